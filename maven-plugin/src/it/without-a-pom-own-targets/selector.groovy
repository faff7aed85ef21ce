if (skipSlow == 'true') {
  println 'slow: it runs with -Peverything'
  return false
}
// .ci/prosody-servers makes them; without them there is nothing to verify in
def servers = new File(basedir, '../../../../.servers/13.0/prosody')
if (!servers.canExecute() && System.getenv('CI') != 'true') {
  println "there is no $servers; run .ci/prosody-servers"
  return false
}
return true
