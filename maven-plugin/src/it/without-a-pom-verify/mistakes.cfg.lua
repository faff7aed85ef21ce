c2s_ports = { 5222 }
if ENV_HOME then modules_enabled = { "fine" } end
