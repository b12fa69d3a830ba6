#!/usr/bin/env python3
"""A session with pytest-lsp's client, which checks every message against the protocol's types.

usage: session.py SOIREE FOLDER
"""

import asyncio
import pathlib
import sys

from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client
from pytest_lsp.client import client_capabilities


async def main():
    binary, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    for name in ("neovim", "visual-studio-code", "emacs"):
        client: LanguageClient = make_test_lsp_client()
        await client.start_io(binary, "lsp")
        capabilities = client_capabilities(name)
        if capabilities.text_document is not None:
            capabilities.text_document.diagnostic = None
        result = await client.initialize_session(types.InitializeParams(
            capabilities=capabilities,
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="blog")]))
        assert result.server_info.name == "soiree"
        uri = (folder / "schedule.yaml").as_uri()
        text = (folder / "schedule.yaml").read_text()
        client.text_document_did_open(types.DidOpenTextDocumentParams(
            text_document=types.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text)))
        await client.wait_for_notification("textDocument/publishDiagnostics")
        found = client.diagnostics[uri]
        print(name, [(each.code, each.range.start.line, each.range.start.character) for each in found])
        document = types.TextDocumentIdentifier(uri=uri)
        actions = await client.text_document_code_action_async(types.CodeActionParams(
            text_document=document, range=found[0].range, context=types.CodeActionContext(diagnostics=found)))
        print([(each.title, str(each.kind)) for each in actions])
        hover = await client.text_document_hover_async(types.HoverParams(
            text_document=document, position=found[0].range.start))
        print(hover.contents.value.splitlines()[0])
        symbols = await client.text_document_document_symbol_async(
            types.DocumentSymbolParams(text_document=document))
        print([each.name for each in symbols])
        lenses = await client.text_document_code_lens_async(types.CodeLensParams(text_document=document))
        print([each.command.title for each in lenses])
        folds = await client.text_document_folding_range_async(
            types.FoldingRangeParams(text_document=document))
        print([(each.start_line, each.end_line) for each in folds])
        await client.shutdown_session()
        await client.stop()


asyncio.run(main())
