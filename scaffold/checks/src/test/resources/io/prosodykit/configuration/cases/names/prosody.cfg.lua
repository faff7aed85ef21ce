-- names are prepared before they are compared
VirtualHost "EXAMPLE.org"
first = 1
VirtualHost "example.ORG"
second = 2
VirtualHost "BÜCHER.example"
third = 3
VirtualHost "straße.example"
fourth = 4
VirtualHost "ＦＵＬＬ.example"
fifth = 5
VirtualHost "xn--bcher-kva.example"
VirtualHost "under_score.example"
VirtualHost "trailing.example."
VirtualHost "192.0.2.1"
VirtualHost "例え.テスト"
