local names = {}
for name in ("a b c"):gmatch("%a") do names[#names + 1] = name end
return names
