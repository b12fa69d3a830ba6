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


async def pull(binary, folder):
    """Diagnostics of the whole workspace, as a client asks for them that has opened nothing."""
    client: LanguageClient = make_test_lsp_client()
    await client.start_io(binary, "lsp")
    capabilities = client_capabilities("visual-studio-code")
    capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities(dynamic_registration=False)
    capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    result = await client.initialize_session(types.InitializeParams(
        capabilities=capabilities,
        workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="blog")]))
    assert result.capabilities.diagnostic_provider.workspace_diagnostics
    report = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(previous_result_ids=[]))
    print("whole workspace", [(type(each).__name__, pathlib.Path(each.uri).name,
                               [(found.code, found.range.start.line) for found in each.items])
                              for each in report.items])
    known = [types.PreviousResultId(uri=each.uri, value=each.result_id) for each in report.items]
    report = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(previous_result_ids=known))
    print("asked again", [type(each).__name__ for each in report.items])
    await client.shutdown_session()
    await client.stop()


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
    await pull(binary, folder)


asyncio.run(main())
