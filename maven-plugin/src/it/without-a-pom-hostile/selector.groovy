// links and names that only such a system has
return !System.getProperty('os.name').startsWith('Windows')
