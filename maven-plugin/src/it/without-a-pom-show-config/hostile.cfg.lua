VirtualHost "example.org"
os.execute("touch /tmp/prosodykit-was-here")
