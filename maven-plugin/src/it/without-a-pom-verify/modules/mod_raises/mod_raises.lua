local nothing;
return nothing.at_all;
