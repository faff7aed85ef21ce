if (skipSlow == 'true') {
  println 'slow: it runs with -Peverything'
  return false
}
return true
