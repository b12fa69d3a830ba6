-- soiree for Neovim 0.7 and later, without plugins.
local filetypes = { 'markdown', 'mdx', 'yaml', 'json', 'tweet' }

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = { '*.mdx', '*.tweet' },
  callback = function(event) vim.bo[event.buf].filetype = vim.fn.fnamemodify(event.match, ':e') end,
})

if vim.fn.has('nvim-0.11') == 1 then
  vim.lsp.config('soiree', {
    cmd = { 'soiree', 'lsp' },
    filetypes = filetypes,
    root_markers = { '.soiree.yaml', '.git' },
  })
  vim.lsp.enable('soiree')
  return
end

-- One server for each site: its root has a .soiree.yaml, or is a git repository.
local clients = {}

local function root_of(file)
  local from = vim.fn.fnamemodify(file, ':h') .. ';'
  local configuration = vim.fn.findfile('.soiree.yaml', from)
  if configuration ~= '' then return vim.fn.fnamemodify(configuration, ':p:h') end
  local repository = vim.fn.finddir('.git', from)
  if repository ~= '' then return vim.fn.fnamemodify(repository, ':p:h:h') end
  return vim.fn.fnamemodify(file, ':p:h')
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = filetypes,
  callback = function(event)
    local file = vim.api.nvim_buf_get_name(event.buf)
    if file == '' or vim.bo[event.buf].buftype ~= '' then return end
    local root = root_of(file)
    if clients[root] == nil then
      clients[root] = vim.lsp.start_client({
        name = 'soiree',
        cmd = { 'soiree', 'lsp' },
        root_dir = root,
        workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
        on_exit = function() clients[root] = nil end,
      })
    end
    if clients[root] then vim.lsp.buf_attach_client(event.buf, clients[root]) end
  end,
})
