return function(number)
  return 2 * number
end
