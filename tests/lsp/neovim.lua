-- Opens a post, waits for its diagnostics, applies the first fix and prints what Neovim shows.
local binary, file = os.getenv('SOIREE'), os.getenv('POST')

local function show()
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    print(('%d:%d-%d:%d %s'):format(diagnostic.lnum, diagnostic.col, diagnostic.end_lnum,
                                    diagnostic.end_col, diagnostic.code))
  end
end

vim.cmd('edit ' .. file)
local id = vim.lsp.start_client({ name = 'soiree', cmd = { binary, 'lsp' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
vim.wait(5000, function() return #vim.diagnostic.get(0) > 0 end, 20)
show()
local params = {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = { start = { line = 2, character = 0 }, ['end'] = { line = 2, character = 99 } },
  context = { diagnostics = {}, only = { 'quickfix' } },
}
local responses = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000)
local action = responses[id].result[1]
print(action.title)
vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
vim.wait(5000, function() return #vim.diagnostic.get(0) == 0 end, 20)
show()
print(vim.api.nvim_buf_get_lines(0, 2, 3, false)[1])
vim.cmd('qall!')
