-- Writes and mends posts as their author would, and prints what Neovim shows at each step.
-- The set-up is integrations/neovim/soiree.lua, loaded as the user's init file.

local function show(step)
  print(step .. ':')
  local found = vim.diagnostic.get(0)
  table.sort(found, function(a, b)
    return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col)
  end)
  for _, each in ipairs(found) do
    local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, false)[1]
    local last = each.end_lnum == each.lnum and each.end_col or #line
    print(('  %d:%d %s <%s>'):format(each.lnum + 1, each.col, each.code, line:sub(each.col + 1, last)))
  end
end

local function wait_for(count)
  vim.wait(10000, function() return #vim.diagnostic.get(0) == count end, 20)
end

-- Picks from the menu of code actions, which shows what the user would read.
local function act(title)
  vim.ui.select = function(items, options, choose)
    for index, item in ipairs(items) do
      local text = options.format_item(item)
      print('  offered: ' .. text)
      if text:find(title, 1, true) then return choose(item, index) end
    end
    choose(nil)
  end
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  vim.wait(10000, function() return vim.api.nvim_buf_get_changedtick(0) ~= before end, 20)
end

vim.cmd('edit posts/2026-03-02-rye.md')
wait_for(1)
show('opened')

vim.api.nvim_buf_set_lines(0, 3, 3, false, { '', 'Öl 😀😀 for for you.' })
wait_for(2)
show('typed')
vim.cmd('undo')
wait_for(1)
show('undone')

vim.api.nvim_win_set_cursor(0, { 3, 21 })
act('Remove')
wait_for(0)
show('mended')
print('  ' .. vim.api.nvim_buf_get_lines(0, 2, 3, false)[1])
vim.cmd('write')

vim.cmd('edit schedule.yaml')
wait_for(2)
show('schedule')

for _, file in ipairs({ 'posts/2026-03-04-oats.mdx', 'bread.tweet' }) do
  vim.fn.writefile({ 'Öl 😀 and oats for for you.' }, file)
  vim.cmd('edit ' .. file)
  wait_for(1)
  show(file)
end
vim.cmd('qall!')
