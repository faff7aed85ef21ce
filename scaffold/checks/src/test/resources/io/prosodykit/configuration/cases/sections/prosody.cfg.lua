-- sections end where the next begins, or with the table that follows their name
before = 1
VirtualHost "a.example.org" { in_table = "yes", [1] = "first", ["with space"] = true }
global_again = 2
VirtualHost "b.example.org"
in_b = 3
Component "c.example.org" "muc" { name = "Rooms", enabled = false }
global_once_more = 4
Component "d.example.org" { component_secret = "x" }
global_at_last = 5
Host "e.example.org"
in_e = 6
host "f.example.org"
in_f = 7
component "g.example.org" "pubsub"
in_g = 8
VirtualHost "a.example.org"
in_a = 9
in_table = "replaced"
