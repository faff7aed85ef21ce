if (skipSlow == 'true') {
  println 'slow: it runs with -Peverything'
  return false
}
// links and names that only such a system has
return !System.getProperty('os.name').startsWith('Windows')
