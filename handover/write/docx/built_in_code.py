from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = None

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    printed = environment.finalize
    attribute = environment.getattr
    tick = environment.tick
    l_0__logo = resolve('_logo')
    l_0_cover = resolve('cover')
    l_0_document = resolve('document')
    l_0__contents = resolve('_contents')
    l_0_thanks = resolve('thanks')
    l_0__h = resolve('_h')
    l_0__heading = resolve('_heading')
    l_0_timeline = resolve('timeline')
    l_0_accounts = resolve('accounts')
    l_0_open_items = resolve('open_items')
    l_0_figures = resolve('figures')
    l_0__chart = resolve('_chart')
    l_0_worked = resolve('worked')
    l_0_lasting = resolve('lasting')
    l_0_plan = resolve('plan')
    l_0_voice = resolve('voice')
    l_0_own = resolve('own')
    l_0_tools = resolve('tools')
    l_0_people = resolve('people')
    l_0_keeping = resolve('keeping')
    l_0_files = resolve('files')
    l_0_recommendations = resolve('recommendations')
    l_0_invoice = resolve('invoice')
    l_0_ask = resolve('ask')
    l_0__link = resolve('_link')
    l_0_touch = resolve('touch')
    l_0_me = resolve('me')
    l_0_received = resolve('received')
    l_0_library = resolve('library')
    l_0_short = resolve('short')
    l_0_completeness = resolve('completeness')
    t_1 = []
    try:
        t_2 = environment.filters['join']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'join' found.")
    try:
        t_3 = environment.filters['line']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named 'line' found.")
    pass
    t_1.extend((
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:pPr><w:pStyle w:val="Logo"/></w:pPr>',
        printed(l_0__logo()),
        '</w:p><w:tbl><w:tblPr><w:tblStyle w:val="Plain"/><w:tblW w:w="11906" w:type="dxa"/><w:tblInd w:w="-1247" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
        printed(t_3(attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'title'))),
        '"/></w:tblPr><w:tblGrid><w:gridCol w:w="11906"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="4700" w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="11906" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="1F4E60"/><w:tcMar><w:left w:w="1247" w:type="dxa"/><w:right w:w="1247" w:type="dxa"/></w:tcMar><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Kicker"/></w:pPr><w:r><w:t xml:space="preserve">',
        printed(attribute((undefined(name='document') if l_0_document is missing else l_0_document), 'kind')),
        '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">',
        printed(attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'title')),
        '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Subtitle"/></w:pPr><w:r><w:t xml:space="preserve">',
        printed(attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'lead')),
        '</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="CoverHeading"/></w:pPr><w:r><w:t xml:space="preserve">',
        printed(attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'items_title')),
        '</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="Cover"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
        printed(t_3(attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'items_title'))),
        '"/></w:tblPr><w:tblGrid><w:gridCol w:w="3300"/><w:gridCol w:w="6112"/></w:tblGrid>',
    ))
    for l_1_item in attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'items'):
        _loop_vars = {}
        pass
        tick()
        if len(t_1) > 2000:
            yield ''.join(t_1)
            t_1.clear()
        t_1.extend((
            '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="3300" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="CoverName"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(l_1_item, 'name')),
            '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6112" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="CoverText"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(l_1_item, 'about')),
            '</w:t></w:r></w:p></w:tc></w:tr>',
        ))
    l_1_item = missing
    t_1.extend((
        '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="CoverFoot"/></w:pPr><w:r><w:t xml:space="preserve">',
        printed(attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'by')),
    ))
    if attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'by'):
        pass
        t_1.append(
            ' · ',
        )
    t_1.extend((
        printed(attribute((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'date')),
        '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="ContentsHeading"/><w:pageBreakBefore/></w:pPr><w:r><w:t xml:space="preserve">',
        printed(attribute((undefined(name='document') if l_0_document is missing else l_0_document), 'contents')),
        '</w:t></w:r></w:p>',
        printed(l_0__contents(0, )),
    ))
    if (undefined(name='thanks') if l_0_thanks is missing else l_0_thanks):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_4 = []
        pass
        t_4.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='thanks') if l_0_thanks is missing else l_0_thanks), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_4))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:pPr><w:pStyle w:val="Lead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='thanks') if l_0_thanks is missing else l_0_thanks), 'text')),
            '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='thanks') if l_0_thanks is missing else l_0_thanks), 'more')),
            '</w:t></w:r></w:p>',
        ))
        if attribute((undefined(name='thanks') if l_0_thanks is missing else l_0_thanks), 'highlights'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='thanks') if l_0_thanks is missing else l_0_thanks), 'highlights_title')),
                '</w:t></w:r></w:p>',
            ))
            for l_1_highlight in attribute((undefined(name='thanks') if l_0_thanks is missing else l_0_thanks), 'highlights'):
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(l_1_highlight),
                    '</w:t></w:r></w:p>',
                ))
            l_1_highlight = missing
    if (undefined(name='timeline') if l_0_timeline is missing else l_0_timeline):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_5 = []
        pass
        t_5.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='timeline') if l_0_timeline is missing else l_0_timeline), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_5))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:tbl><w:tblPr><w:tblStyle w:val="Timeline"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='timeline') if l_0_timeline is missing else l_0_timeline), 'title'))),
            '"/></w:tblPr><w:tblGrid><w:gridCol w:w="2500"/><w:gridCol w:w="500"/><w:gridCol w:w="6412"/></w:tblGrid>',
        ))
        for l_1_step in attribute((undefined(name='timeline') if l_0_timeline is missing else l_0_timeline), 'steps'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2500" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TimelineDate"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_step, 'date')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TimelineMark"/></w:pPr><w:r><w:t xml:space="preserve">',
            ))
            if attribute(l_1_step, 'done'):
                pass
                t_1.append(
                    '✓',
                )
            else:
                pass
                t_1.append(
                    '●',
                )
            t_1.extend((
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6412" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TimelineText"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_step, 'what')),
                '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">',
            ))
            if attribute(l_1_step, 'done'):
                pass
                t_1.extend((
                    ' · ',
                    printed(attribute(l_1_step, 'done')),
                ))
            t_1.append(
                '</w:t></w:r></w:p></w:tc></w:tr>',
            )
        l_1_step = missing
        t_1.append(
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
    if (undefined(name='accounts') if l_0_accounts is missing else l_0_accounts):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_6 = []
        pass
        t_6.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='accounts') if l_0_accounts is missing else l_0_accounts), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_6))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='accounts') if l_0_accounts is missing else l_0_accounts), 'intro')),
            '</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='accounts') if l_0_accounts is missing else l_0_accounts), 'title'))),
            '"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6412"/></w:tblGrid>',
        ))
        for l_1_account in attribute((undefined(name='accounts') if l_0_accounts is missing else l_0_accounts), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_account, 'name')),
                '</w:t></w:r></w:p>',
            ))
            if attribute(l_1_account, 'address'):
                pass
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>',
                    printed(l_0__link(attribute(l_1_account, 'link'), attribute(l_1_account, 'address'), )),
                    '</w:p>',
                ))
            if attribute(l_1_account, 'done'):
                pass
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">✓ ',
                    printed(attribute(l_1_account, 'done')),
                    '</w:t></w:r></w:p>',
                ))
            t_1.append(
                '</w:tc><w:tc><w:tcPr><w:tcW w:w="6412" w:type="dxa"/></w:tcPr>',
            )
            for l_2_fact in attribute(l_1_account, 'facts'):
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">',
                    printed(attribute(l_2_fact, 'lead')),
                    ' </w:t></w:r><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_2_fact, 'value')),
                    '</w:t></w:r></w:p>',
                ))
            l_2_fact = missing
            if (not attribute(l_1_account, 'facts')):
                pass
                t_1.append(
                    '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',
                )
            t_1.append(
                '</w:tc></w:tr>',
            )
        l_1_account = missing
        t_1.extend((
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='accounts') if l_0_accounts is missing else l_0_accounts), 'checks_title')),
            '</w:t></w:r></w:p>',
        ))
        for l_1_list in attribute((undefined(name='accounts') if l_0_accounts is missing else l_0_accounts), 'checks'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="CheckTitle"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_list, 'title')),
                '</w:t></w:r></w:p>',
            ))
            for l_2_step in attribute(l_1_list, 'steps'):
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="TableText"/><w:ind w:left="340" w:hanging="340"/></w:pPr><w:r><w:t xml:space="preserve">☐ ',
                    printed(l_2_step),
                    '</w:t></w:r></w:p>',
                ))
            l_2_step = missing
            if attribute(l_1_list, 'source'):
                pass
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_list, 'source')),
                    '</w:t></w:r></w:p>',
                ))
        l_1_list = missing
    if (undefined(name='open_items') if l_0_open_items is missing else l_0_open_items):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_7 = []
        pass
        t_7.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_7))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'title'))),
            '"/></w:tblPr><w:tblGrid>\ufdd2<w:gridCol w:w="5200"/><w:gridCol w:w="1900"/><w:gridCol w:w="2312"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="5200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'heads'), 'what')),
            '</w:t></w:r></w:p></w:tc>',
        ))
        if attribute(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'heads'), 'owner'):
            pass
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="1900" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'heads'), 'owner')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        if attribute(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'heads'), 'due'):
            pass
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="2312" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'heads'), 'due')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        t_1.append(
            '</w:tr>',
        )
        for l_1_item in attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="5200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_item, 'what')),
                '</w:t></w:r></w:p></w:tc>',
            ))
            if attribute(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'heads'), 'owner'):
                pass
                t_1.extend((
                    '<w:tc><w:tcPr><w:tcW w:w="1900" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_item, 'owner')),
                    '</w:t></w:r></w:p></w:tc>',
                ))
            if attribute(attribute((undefined(name='open_items') if l_0_open_items is missing else l_0_open_items), 'heads'), 'due'):
                pass
                t_1.extend((
                    '<w:tc><w:tcPr><w:tcW w:w="2312" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_item, 'due')),
                    '</w:t></w:r></w:p></w:tc>',
                ))
            t_1.append(
                '</w:tr>',
            )
        l_1_item = missing
        t_1.append(
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
    if (undefined(name='figures') if l_0_figures is missing else l_0_figures):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_8 = []
        pass
        t_8.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_8))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p>',
        ))
        if attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'period'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'period')),
                '</w:t></w:r></w:p>',
            ))
        t_1.extend((
            '<w:tbl><w:tblPr><w:tblStyle w:val="Facts"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'title'))),
            '"/></w:tblPr><w:tblGrid>\ufdd2<w:gridCol w:w="2353"/><w:gridCol w:w="2353"/><w:gridCol w:w="2353"/><w:gridCol w:w="2353"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>',
        ))
        for l_1_fact in attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'facts'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="2353" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="FactNumber"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_fact, 'number')),
                '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="FactLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_fact, 'label')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        l_1_fact = missing
        t_1.append(
            '</w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
        if attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'runway'):
            pass
            t_1.extend((
                '<w:p><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'runway')),
                '</w:t></w:r></w:p>',
            ))
        if attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'networks'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='figures') if l_0_figures is missing else l_0_figures), 'chart_title')),
                '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Chart"/></w:pPr>',
                printed(l_0__chart()),
                '</w:p>',
            ))
    if (undefined(name='worked') if l_0_worked is missing else l_0_worked):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_9 = []
        pass
        t_9.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='worked') if l_0_worked is missing else l_0_worked), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_9))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='worked') if l_0_worked is missing else l_0_worked), 'intro')),
            '</w:t></w:r></w:p>',
        ))
        for l_1_network in attribute((undefined(name='worked') if l_0_worked is missing else l_0_worked), 'networks'):
            l_1__h = l_0__h
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.append(
                '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>',
            )
            t_10 = []
            pass
            t_10.extend((
                '<w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_network, 'name')),
                '</w:t></w:r>',
            ))
            l_1__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_10))
            _loop_vars['_h'] = l_1__h
            t_1.extend((
                printed(l_0__heading(2, 2, 'Heading2', (undefined(name='_h') if l_1__h is missing else l_1__h), )),
                '</w:p><w:p><w:pPr><w:pStyle w:val="Meta"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_network, 'having')),
                '</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="What worked best on a network"/></w:tblPr><w:tblGrid><w:gridCol w:w="1750"/><w:gridCol w:w="5062"/><w:gridCol w:w="2600"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1750" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='worked') if l_0_worked is missing else l_0_worked), 'heads'), 'date')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="5062" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='worked') if l_0_worked is missing else l_0_worked), 'heads'), 'text')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="2600" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='worked') if l_0_worked is missing else l_0_worked), 'heads'), 'figure')),
                '</w:t></w:r></w:p></w:tc></w:tr>',
            ))
            for l_2_row in attribute(l_1_network, 'rows'):
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1750" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_2_row, 'date')),
                    '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="5062" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_2_row, 'text')),
                    '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="2600" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_2_row, 'figure')),
                    '</w:t></w:r></w:p></w:tc></w:tr>',
                ))
            l_2_row = missing
            t_1.append(
                '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
            )
            for l_2_line in attribute(l_1_network, 'says'):
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(l_2_line),
                    '</w:t></w:r></w:p>',
                ))
            l_2_line = missing
        l_1_network = l_1__h = missing
    if (undefined(name='lasting') if l_0_lasting is missing else l_0_lasting):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_11 = []
        pass
        t_11.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_11))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'intro')),
            '</w:t></w:r></w:p>',
        ))
        if attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'rows'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'rows_intro')),
                '</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
                printed(t_3(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'title'))),
                '"/></w:tblPr><w:tblGrid><w:gridCol w:w="1750"/><w:gridCol w:w="6062"/><w:gridCol w:w="1600"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1750" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'heads'), 'network')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6062" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'heads'), 'text')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="1600" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'heads'), 'kind')),
                '</w:t></w:r></w:p></w:tc></w:tr>',
            ))
            for l_1_update in attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'rows'):
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1750" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_update, 'network')),
                    '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_update, 'date')),
                    '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6062" w:type="dxa"/></w:tcPr>',
                ))
                if attribute(l_1_update, 'label'):
                    pass
                    t_1.extend((
                        '<w:p><w:pPr><w:pStyle w:val="DraftLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                        printed(attribute(l_1_update, 'label')),
                        '</w:t></w:r></w:p>',
                    ))
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_update, 'line')),
                    '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="1600" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_update, 'lasting')),
                    '</w:t></w:r></w:p></w:tc></w:tr>',
                ))
            l_1_update = missing
            t_1.append(
                '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
            )
        if attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'more'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='lasting') if l_0_lasting is missing else l_0_lasting), 'more')),
                '</w:t></w:r></w:p>',
            ))
    if (undefined(name='plan') if l_0_plan is missing else l_0_plan):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_12 = []
        pass
        t_12.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_12))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'intro')),
            '</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'title'))),
            '"/></w:tblPr><w:tblGrid><w:gridCol w:w="1650"/><w:gridCol w:w="1350"/><w:gridCol w:w="6412"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1650" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'heads'), 'date')),
            '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="1350" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'heads'), 'network')),
            '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6412" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'heads'), 'text')),
            '</w:t></w:r></w:p></w:tc></w:tr>',
        ))
        for l_1_slot in attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1650" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_slot, 'date')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="1350" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_slot, 'network')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6412" w:type="dxa"/></w:tcPr>',
            ))
            if attribute(l_1_slot, 'label'):
                pass
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="DraftLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_slot, 'label')),
                    '</w:t></w:r></w:p>',
                ))
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_slot, 'text')),
                '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_slot, 'post')),
                '</w:t></w:r></w:p></w:tc></w:tr>',
            ))
        l_1_slot = missing
        t_1.append(
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
        if attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'more'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='plan') if l_0_plan is missing else l_0_plan), 'more')),
                '</w:t></w:r></w:p>',
            ))
    if (undefined(name='voice') if l_0_voice is missing else l_0_voice):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_13 = []
        pass
        t_13.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='voice') if l_0_voice is missing else l_0_voice), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_13))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p>',
        ))
        if attribute((undefined(name='voice') if l_0_voice is missing else l_0_voice), 'intro'):
            pass
            t_1.extend((
                '<w:p><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='voice') if l_0_voice is missing else l_0_voice), 'intro')),
                '</w:t></w:r></w:p>',
            ))
        for l_1_rule in attribute((undefined(name='voice') if l_0_voice is missing else l_0_voice), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(l_1_rule),
                '</w:t></w:r></w:p>',
            ))
        l_1_rule = missing
    if (undefined(name='own') if l_0_own is missing else l_0_own):
        pass
        for l_1_part in attribute((undefined(name='own') if l_0_own is missing else l_0_own), 'rows'):
            l_1__h = l_0__h
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.append(
                '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
            )
            t_14 = []
            pass
            t_14.extend((
                '<w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_part, 'title')),
                '</w:t></w:r>',
            ))
            l_1__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_14))
            _loop_vars['_h'] = l_1__h
            t_1.extend((
                printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_1__h is missing else l_1__h), )),
                '</w:p>',
            ))
            for l_2_line in attribute(l_1_part, 'paragraphs'):
                l_2__linked = resolve('_linked')
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:p>',
                    printed(l_2__linked(l_2_line, )),
                    '</w:p>',
                ))
            l_2_line = l_2__linked = missing
        l_1_part = l_1__h = missing
    if (undefined(name='tools') if l_0_tools is missing else l_0_tools):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_15 = []
        pass
        t_15.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_15))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'title'))),
            '"/></w:tblPr><w:tblGrid>\ufdd2<w:gridCol w:w="2200"/><w:gridCol w:w="3012"/><w:gridCol w:w="1900"/><w:gridCol w:w="2300"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'name')),
            '</w:t></w:r></w:p></w:tc>',
        ))
        if attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'purpose'):
            pass
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="3012" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'purpose')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        if attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'pays'):
            pass
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="1900" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'pays')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        if attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'renews'):
            pass
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="2300" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'renews')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        t_1.append(
            '</w:tr>',
        )
        for l_1_tool in attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_tool, 'name')),
                '</w:t></w:r></w:p></w:tc>',
            ))
            if attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'purpose'):
                pass
                t_1.extend((
                    '<w:tc><w:tcPr><w:tcW w:w="3012" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_tool, 'purpose')),
                    '</w:t></w:r></w:p></w:tc>',
                ))
            if attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'pays'):
                pass
                t_1.extend((
                    '<w:tc><w:tcPr><w:tcW w:w="1900" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_tool, 'pays')),
                    '</w:t></w:r></w:p></w:tc>',
                ))
            if attribute(attribute((undefined(name='tools') if l_0_tools is missing else l_0_tools), 'heads'), 'renews'):
                pass
                t_1.extend((
                    '<w:tc><w:tcPr><w:tcW w:w="2300" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_tool, 'renews')),
                    '</w:t></w:r></w:p></w:tc>',
                ))
            t_1.append(
                '</w:tr>',
            )
        l_1_tool = missing
        t_1.append(
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
    if (undefined(name='people') if l_0_people is missing else l_0_people):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_16 = []
        pass
        t_16.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_16))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'title'))),
            '"/></w:tblPr><w:tblGrid>\ufdd2<w:gridCol w:w="2700"/><w:gridCol w:w="3700"/><w:gridCol w:w="3012"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2700" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'heads'), 'name')),
            '</w:t></w:r></w:p></w:tc>',
        ))
        if attribute(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'heads'), 'about'):
            pass
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="3700" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'heads'), 'about')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        if attribute(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'heads'), 'email'):
            pass
            t_1.extend((
                '<w:tc><w:tcPr><w:tcW w:w="3012" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'heads'), 'email')),
                '</w:t></w:r></w:p></w:tc>',
            ))
        t_1.append(
            '</w:tr>',
        )
        for l_1_person in attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2700" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_person, 'name')),
                '</w:t></w:r></w:p>',
            ))
            if attribute(l_1_person, 'role'):
                pass
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_person, 'role')),
                    '</w:t></w:r></w:p>',
                ))
            t_1.append(
                '</w:tc>',
            )
            if attribute(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'heads'), 'about'):
                pass
                t_1.extend((
                    '<w:tc><w:tcPr><w:tcW w:w="3700" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_person, 'about')),
                    '</w:t></w:r></w:p></w:tc>',
                ))
            if attribute(attribute((undefined(name='people') if l_0_people is missing else l_0_people), 'heads'), 'email'):
                pass
                t_1.extend((
                    '<w:tc><w:tcPr><w:tcW w:w="3012" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>',
                    printed(l_0__link(attribute(l_1_person, 'link'), attribute(l_1_person, 'email'), )),
                    '</w:p></w:tc>',
                ))
            t_1.append(
                '</w:tr>',
            )
        l_1_person = missing
        t_1.append(
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
    if (undefined(name='keeping') if l_0_keeping is missing else l_0_keeping):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_17 = []
        pass
        t_17.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='keeping') if l_0_keeping is missing else l_0_keeping), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_17))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p>',
        ))
        for l_1_item in attribute((undefined(name='keeping') if l_0_keeping is missing else l_0_keeping), 'items'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(l_1_item),
                '</w:t></w:r></w:p>',
            ))
        l_1_item = missing
        t_1.extend((
            '<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='keeping') if l_0_keeping is missing else l_0_keeping), 'until')),
            '</w:t></w:r></w:p>',
        ))
    if (undefined(name='files') if l_0_files is missing else l_0_files):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_18 = []
        pass
        t_18.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='files') if l_0_files is missing else l_0_files), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_18))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p>',
        ))
        for l_1_file in attribute((undefined(name='files') if l_0_files is missing else l_0_files), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">',
                printed(attribute(l_1_file, 'name')),
                '</w:t></w:r><w:r><w:t xml:space="preserve">',
            ))
            if attribute(l_1_file, 'what'):
                pass
                t_1.extend((
                    ': ',
                    printed(attribute(l_1_file, 'what')),
                ))
            if attribute(l_1_file, 'where'):
                pass
                t_1.append(
                    ' · ',
                )
            t_1.extend((
                '</w:t></w:r>',
                printed(l_0__link(attribute(l_1_file, 'link'), attribute(l_1_file, 'where'), )),
                '</w:p>',
            ))
        l_1_file = missing
    if (undefined(name='recommendations') if l_0_recommendations is missing else l_0_recommendations):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_19 = []
        pass
        t_19.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='recommendations') if l_0_recommendations is missing else l_0_recommendations), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_19))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p>',
        ))
        for l_1_advice in attribute((undefined(name='recommendations') if l_0_recommendations is missing else l_0_recommendations), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(l_1_advice),
                '</w:t></w:r></w:p>',
            ))
        l_1_advice = missing
    if (undefined(name='invoice') if l_0_invoice is missing else l_0_invoice):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_20 = []
        pass
        t_20.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='invoice') if l_0_invoice is missing else l_0_invoice), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_20))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='invoice') if l_0_invoice is missing else l_0_invoice), 'title'))),
            '"/></w:tblPr><w:tblGrid><w:gridCol w:w="2200"/><w:gridCol w:w="7212"/></w:tblGrid>',
        ))
        for l_1_item in attribute((undefined(name='invoice') if l_0_invoice is missing else l_0_invoice), 'rows'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_item, 'name')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="7212" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_item, 'value')),
                '</w:t></w:r></w:p></w:tc></w:tr>',
            ))
        l_1_item = missing
        t_1.append(
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
    if (undefined(name='ask') if l_0_ask is missing else l_0_ask):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_21 = []
        pass
        t_21.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_21))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p>',
        ))
        if attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'testimonial'):
            pass
            t_1.extend((
                '<w:p><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'testimonial')),
                ' ',
                printed(attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'testimonial_text')),
                '</w:t></w:r></w:p>',
            ))
            if attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'testimonial_link'):
                pass
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="Button"/></w:pPr>',
                    printed(l_0__link(attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'testimonial_link'), attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'testimonial_label'), )),
                    '</w:p>',
                ))
        if attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'referral'):
            pass
            t_1.extend((
                '<w:p><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'referral')),
                ' ',
                printed(attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'referral_text')),
                '</w:t></w:r></w:p>',
            ))
            if attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'referral_link'):
                pass
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="Button"/></w:pPr>',
                    printed(l_0__link(attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'referral_link'), attribute((undefined(name='ask') if l_0_ask is missing else l_0_ask), 'referral_label'), )),
                    '</w:p>',
                ))
    if (undefined(name='touch') if l_0_touch is missing else l_0_touch):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_22 = []
        pass
        t_22.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_22))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:r><w:t xml:space="preserve">',
        ))
        if attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'questions'):
            pass
            t_1.extend((
                printed(attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'questions')),
                ' ',
            ))
        t_1.extend((
            printed(attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'after')),
            '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Contact"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">',
            printed(attribute((undefined(name='me') if l_0_me is missing else l_0_me), 'name')),
            '</w:t></w:r><w:r><w:t xml:space="preserve">',
        ))
        if attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'email'):
            pass
            t_1.append(
                '   ',
            )
        t_1.extend((
            '</w:t></w:r>',
            printed(l_0__link(attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'email_link'), attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'email'), )),
            '<w:r><w:t xml:space="preserve">',
        ))
        if attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'website'):
            pass
            t_1.append(
                '   ',
            )
        t_1.extend((
            '</w:t></w:r>',
            printed(l_0__link(attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'website_link'), attribute((undefined(name='touch') if l_0_touch is missing else l_0_touch), 'website'), )),
            '</w:p>',
        ))
    if (undefined(name='received') if l_0_received is missing else l_0_received):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_23 = []
        pass
        t_23.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_23))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'text')),
            '</w:t></w:r></w:p>',
        ))
        for l_1_item in attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'items'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:p><w:pPr><w:keepNext/><w:ind w:left="340" w:hanging="340"/></w:pPr><w:r><w:t xml:space="preserve">☐ ',
                printed(l_1_item),
                '</w:t></w:r></w:p>',
            ))
        l_1_item = missing
        t_1.extend((
            '<w:tbl><w:tblPr><w:tblStyle w:val="Plain"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'title'))),
            '"/></w:tblPr><w:tblGrid><w:gridCol w:w="4706"/><w:gridCol w:w="4706"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="4706" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'from_label')),
            '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'from_name')),
            '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="SignLine"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'sign')),
            '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="4706" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'to_label')),
            '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'to_name')),
            '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="SignLine"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TableQuiet"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='received') if l_0_received is missing else l_0_received), 'sign')),
            '</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        ))
    if (undefined(name='library') if l_0_library is missing else l_0_library):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_24 = []
        pass
        t_24.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_24))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:pPr><w:pStyle w:val="Lead"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'intro')),
            '</w:t></w:r></w:p>',
        ))
        if attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'extent'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'extent')),
                '</w:t></w:r></w:p>',
            ))
        if attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'compact'):
            pass
            t_1.extend((
                '<w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
                printed(t_3(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'title'))),
                '"/></w:tblPr><w:tblGrid><w:gridCol w:w="2200"/><w:gridCol w:w="7212"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'heads'), 'year')),
                '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="7212" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'heads'), 'content')),
                '</w:t></w:r></w:p></w:tc></w:tr>',
            ))
            for l_1_year in attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'years'):
                l_1__jump = resolve('_jump')
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr>',
                    printed(l_1__jump(attribute(l_1_year, 'target'), attribute(l_1_year, 'title'), )),
                    '</w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="7212" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_year, 'summary')),
                    '</w:t></w:r></w:p></w:tc></w:tr>',
                ))
            l_1_year = l_1__jump = missing
            t_1.append(
                '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
            )
        l_1_loop = missing
        for l_1_year, l_1_loop in LoopContext(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'years'), undefined):
            l_1__h = l_0__h
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            if attribute(l_1_year, 'title'):
                pass
                t_1.append(
                    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
                )
                l_2__target = resolve('_target')
                t_25 = []
                pass
                t_25.extend((
                    printed(l_2__target(attribute(l_1_year, 'target'), )),
                    '<w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_year, 'title')),
                    '</w:t></w:r>',
                ))
                l_1__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_25))
                _loop_vars['_h'] = l_1__h
                l_2__target = missing
                t_1.extend((
                    printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_1__h is missing else l_1__h), )),
                    '</w:p><w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute(l_1_year, 'summary')),
                    '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Months"/></w:pPr><w:r><w:t xml:space="preserve">',
                ))
                l_2_loop = missing
                for l_2_month, l_2_loop in LoopContext(attribute(l_1_year, 'months'), undefined):
                    l_2__jump = resolve('_jump')
                    _loop_vars = {}
                    pass
                    tick()
                    if len(t_1) > 2000:
                        yield ''.join(t_1)
                        t_1.clear()
                    t_1.extend((
                        '</w:t></w:r>',
                        printed(l_2__jump(attribute(l_2_month, 'target'), attribute(l_2_month, 'title'), )),
                        '<w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve"> ',
                        printed(attribute(l_2_month, 'count')),
                        '</w:t></w:r><w:r><w:t xml:space="preserve">',
                    ))
                    if (not attribute(l_2_loop, 'last')):
                        pass
                        t_1.append(
                            '   ',
                        )
                l_2_loop = l_2_month = l_2__jump = missing
                t_1.append(
                    '</w:t></w:r></w:p>',
                )
            for l_2_month in attribute(l_1_year, 'months'):
                l_2__h = l_1__h
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.append(
                    '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>',
                )
                l_3__target = resolve('_target')
                t_26 = []
                pass
                t_26.extend((
                    printed(l_3__target(attribute(l_2_month, 'target'), )),
                    '<w:r><w:t xml:space="preserve">',
                    printed(attribute(l_2_month, 'title')),
                    '</w:t></w:r>',
                ))
                l_2__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_26))
                _loop_vars['_h'] = l_2__h
                l_3__target = missing
                t_1.extend((
                    printed(l_0__heading(2, 2, 'Heading2', (undefined(name='_h') if l_2__h is missing else l_2__h), )),
                    '</w:p>',
                ))
                for l_3_post in attribute(l_2_month, 'posts'):
                    l_3__h = l_2__h
                    _loop_vars = {}
                    pass
                    tick()
                    if len(t_1) > 2000:
                        yield ''.join(t_1)
                        t_1.clear()
                    t_1.append(
                        '<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr>',
                    )
                    t_27 = []
                    pass
                    t_27.extend((
                        '<w:r><w:t xml:space="preserve">',
                        printed(attribute(l_3_post, 'title')),
                        '</w:t></w:r>',
                    ))
                    l_3__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_27))
                    _loop_vars['_h'] = l_3__h
                    t_1.extend((
                        printed(l_0__heading(3, 3, 'Heading3', (undefined(name='_h') if l_3__h is missing else l_3__h), )),
                        '</w:p><w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                        printed(attribute(l_3_post, 'about')),
                    ))
                    if (attribute(l_3_post, 'about') and attribute(l_3_post, 'link')):
                        pass
                        t_1.append(
                            ' · ',
                        )
                    t_1.extend((
                        '</w:t></w:r>',
                        printed(l_0__link(attribute(l_3_post, 'link'), attribute(l_3_post, 'link_label'), )),
                        '</w:p>',
                    ))
                    if attribute(l_3_post, 'summary'):
                        pass
                        t_1.extend((
                            '<w:p><w:pPr><w:pStyle w:val="Summary"/></w:pPr><w:r><w:t xml:space="preserve">',
                            printed(attribute(l_3_post, 'summary')),
                            '</w:t></w:r></w:p>',
                        ))
                    if attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'compact'):
                        pass
                        for l_4_update in attribute(l_3_post, 'updates'):
                            _loop_vars = {}
                            pass
                            tick()
                            if len(t_1) > 2000:
                                yield ''.join(t_1)
                                t_1.clear()
                            t_1.append(
                                '<w:p><w:pPr><w:pStyle w:val="Line"/></w:pPr><w:r><w:t xml:space="preserve">',
                            )
                            for l_5_picture in attribute(l_4_update, 'pictures'):
                                l_5__small_picture = resolve('_small_picture')
                                _loop_vars = {}
                                pass
                                tick()
                                if len(t_1) > 2000:
                                    yield ''.join(t_1)
                                    t_1.clear()
                                t_1.extend((
                                    '</w:t></w:r>',
                                    printed(l_5__small_picture(attribute(l_5_picture, 'number'), attribute(l_5_picture, 'alt'), 14, )),
                                    '<w:r><w:t xml:space="preserve">',
                                    printed(attribute(l_5_picture, 'film')),
                                    '  ',
                                ))
                            l_5_picture = l_5__small_picture = missing
                            t_1.extend((
                                '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">',
                                printed(attribute(l_4_update, 'network')),
                                '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">',
                            ))
                            if attribute(l_4_update, 'date'):
                                pass
                                t_1.extend((
                                    ' · ',
                                    printed(attribute(l_4_update, 'date')),
                                ))
                            t_1.append(
                                '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Warning"/></w:rPr><w:t xml:space="preserve">',
                            )
                            if attribute(l_4_update, 'label'):
                                pass
                                t_1.extend((
                                    ' · ',
                                    printed(attribute(l_4_update, 'label')),
                                ))
                            t_1.extend((
                                '</w:t></w:r><w:r><w:t xml:space="preserve">  ',
                                printed(attribute(l_4_update, 'line')),
                                '  </w:t></w:r>',
                                printed(l_0__link(attribute(l_4_update, 'link'), attribute(l_4_update, 'link_label'), )),
                                '</w:p>',
                            ))
                        l_4_update = missing
                    elif attribute(l_3_post, 'updates'):
                        pass
                        t_1.extend((
                            '<w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
                            printed(t_3(attribute(l_3_post, 'title'))),
                            '"/></w:tblPr><w:tblGrid><w:gridCol w:w="2280"/><w:gridCol w:w="7132"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2280" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                            printed(attribute(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'heads'), 'network')),
                            '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="7132" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
                            printed(attribute(attribute((undefined(name='library') if l_0_library is missing else l_0_library), 'heads'), 'text')),
                            '</w:t></w:r></w:p></w:tc></w:tr>',
                        ))
                        for l_4_update in attribute(l_3_post, 'updates'):
                            _loop_vars = {}
                            pass
                            tick()
                            if len(t_1) > 2000:
                                yield ''.join(t_1)
                                t_1.clear()
                            if attribute(l_4_update, 'long'):
                                pass
                                t_1.extend((
                                    '<w:tr><w:tc><w:tcPr><w:tcW w:w="2280" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr>',
                                    printed(l_0__link(attribute(l_4_update, 'link'), attribute(l_4_update, 'network'), )),
                                    '<w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">',
                                ))
                                if attribute(l_4_update, 'date'):
                                    pass
                                    t_1.extend((
                                        '  ',
                                        printed(attribute(l_4_update, 'date')),
                                    ))
                                t_1.append(
                                    '</w:t></w:r></w:p>',
                                )
                                for l_5_picture in attribute(l_4_update, 'pictures'):
                                    l_5__small_picture = resolve('_small_picture')
                                    _loop_vars = {}
                                    pass
                                    tick()
                                    if len(t_1) > 2000:
                                        yield ''.join(t_1)
                                        t_1.clear()
                                    t_1.extend((
                                        '<w:p><w:pPr><w:pStyle w:val="TableQuiet"/><w:spacing w:before="60"/></w:pPr>',
                                        printed(l_5__small_picture(attribute(l_5_picture, 'number'), attribute(l_5_picture, 'alt'), )),
                                        '<w:r><w:t xml:space="preserve">',
                                        printed(attribute(l_5_picture, 'film')),
                                        '</w:t></w:r></w:p>',
                                    ))
                                l_5_picture = l_5__small_picture = missing
                                t_1.append(
                                    '</w:tc><w:tc><w:tcPr><w:tcW w:w="7132" w:type="dxa"/></w:tcPr>',
                                )
                                if attribute(l_4_update, 'label'):
                                    pass
                                    t_1.extend((
                                        '<w:p><w:pPr><w:pStyle w:val="DraftLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                                        printed(attribute(l_4_update, 'label')),
                                        '</w:t></w:r></w:p>',
                                    ))
                                for l_5_part in attribute(l_4_update, 'paragraphs'):
                                    l_5__linked = resolve('_linked')
                                    _loop_vars = {}
                                    pass
                                    tick()
                                    if len(t_1) > 2000:
                                        yield ''.join(t_1)
                                        t_1.clear()
                                    t_1.extend((
                                        '<w:p><w:pPr><w:pStyle w:val="UpdateText"/></w:pPr>',
                                        printed(l_5__linked(l_5_part, )),
                                        '</w:p>',
                                    ))
                                l_5_part = l_5__linked = missing
                                t_1.append(
                                    '</w:tc></w:tr>',
                                )
                            else:
                                pass
                                t_1.extend((
                                    '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2280" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr>',
                                    printed(l_0__link(attribute(l_4_update, 'link'), attribute(l_4_update, 'network'), )),
                                    '<w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">',
                                ))
                                if attribute(l_4_update, 'date'):
                                    pass
                                    t_1.extend((
                                        '  ',
                                        printed(attribute(l_4_update, 'date')),
                                    ))
                                t_1.append(
                                    '</w:t></w:r></w:p>',
                                )
                                for l_5_picture in attribute(l_4_update, 'pictures'):
                                    l_5__small_picture = resolve('_small_picture')
                                    _loop_vars = {}
                                    pass
                                    tick()
                                    if len(t_1) > 2000:
                                        yield ''.join(t_1)
                                        t_1.clear()
                                    t_1.extend((
                                        '<w:p><w:pPr><w:pStyle w:val="TableQuiet"/><w:spacing w:before="60"/></w:pPr>',
                                        printed(l_5__small_picture(attribute(l_5_picture, 'number'), attribute(l_5_picture, 'alt'), )),
                                        '<w:r><w:t xml:space="preserve">',
                                        printed(attribute(l_5_picture, 'film')),
                                        '</w:t></w:r></w:p>',
                                    ))
                                l_5_picture = l_5__small_picture = missing
                                t_1.append(
                                    '</w:tc><w:tc><w:tcPr><w:tcW w:w="7132" w:type="dxa"/></w:tcPr>',
                                )
                                if attribute(l_4_update, 'label'):
                                    pass
                                    t_1.extend((
                                        '<w:p><w:pPr><w:pStyle w:val="DraftLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                                        printed(attribute(l_4_update, 'label')),
                                        '</w:t></w:r></w:p>',
                                    ))
                                for l_5_part in attribute(l_4_update, 'paragraphs'):
                                    l_5__linked = resolve('_linked')
                                    _loop_vars = {}
                                    pass
                                    tick()
                                    if len(t_1) > 2000:
                                        yield ''.join(t_1)
                                        t_1.clear()
                                    t_1.extend((
                                        '<w:p><w:pPr><w:pStyle w:val="UpdateText"/></w:pPr>',
                                        printed(l_5__linked(l_5_part, )),
                                        '</w:p>',
                                    ))
                                l_5_part = l_5__linked = missing
                                t_1.append(
                                    '</w:tc></w:tr>',
                                )
                        l_4_update = missing
                        t_1.append(
                            '</w:tbl>',
                        )
                    if attribute(l_3_post, 'note'):
                        pass
                        t_1.extend((
                            '<w:p><w:pPr><w:pStyle w:val="PostNote"/></w:pPr><w:r><w:t xml:space="preserve">',
                            printed(attribute(l_3_post, 'note')),
                            '</w:t></w:r></w:p>',
                        ))
                l_3_post = l_3__h = missing
            l_2_month = l_2__h = missing
        l_1_loop = l_1_year = l_1__h = missing
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
    if (undefined(name='short') if l_0_short is missing else l_0_short):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_28 = []
        pass
        t_28.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='short') if l_0_short is missing else l_0_short), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_28))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:pPr><w:pStyle w:val="Lead"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='short') if l_0_short is missing else l_0_short), 'intro')),
            '</w:t></w:r></w:p>',
        ))
        for l_1_post in attribute((undefined(name='short') if l_0_short is missing else l_0_short), 'posts'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="PostTitle"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_post, 'title')),
                '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute(l_1_post, 'found')),
                '</w:t></w:r></w:p>',
            ))
            for l_2_draft in attribute(l_1_post, 'drafts'):
                _loop_vars = {}
                pass
                tick()
                if len(t_1) > 2000:
                    yield ''.join(t_1)
                    t_1.clear()
                t_1.extend((
                    '<w:p><w:pPr><w:pStyle w:val="DraftLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(attribute((undefined(name='short') if l_0_short is missing else l_0_short), 'draft')),
                    '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">  ',
                    printed(attribute(l_2_draft, 'network')),
                    '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Draft"/></w:pPr><w:r><w:t xml:space="preserve">',
                    printed(t_2(attribute(l_2_draft, 'paragraphs'), '\n')),
                    '</w:t></w:r></w:p>',
                ))
            l_2_draft = missing
        l_1_post = missing
        if attribute((undefined(name='short') if l_0_short is missing else l_0_short), 'more'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='short') if l_0_short is missing else l_0_short), 'more')),
                '</w:t></w:r></w:p>',
            ))
    if (undefined(name='completeness') if l_0_completeness is missing else l_0_completeness):
        pass
        t_1.append(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        )
        t_29 = []
        pass
        t_29.extend((
            '<w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'title')),
            '</w:t></w:r>',
        ))
        l_0__h = (Markup if context.eval_ctx.autoescape else identity)(concat(t_29))
        context.vars['_h'] = l_0__h
        t_1.extend((
            printed(l_0__heading(1, 1, 'Heading1', (undefined(name='_h') if l_0__h is missing else l_0__h), )),
            '</w:p><w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'alone')),
            '</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="HandoverTable"/><w:tblW w:w="9412" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="',
            printed(t_3(attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'title'))),
            '"/></w:tblPr><w:tblGrid><w:gridCol w:w="2280"/><w:gridCol w:w="7132"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2280" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'heads'), 'network')),
            '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="7132" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">',
            printed(attribute(attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'heads'), 'text')),
            '</w:t></w:r></w:p></w:tc></w:tr>',
        ))
        for l_1_update in attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'updates'):
            _loop_vars = {}
            pass
            tick()
            if len(t_1) > 2000:
                yield ''.join(t_1)
                t_1.clear()
            if attribute(l_1_update, 'long'):
                pass
                t_1.extend((
                    '<w:tr><w:tc><w:tcPr><w:tcW w:w="2280" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr>',
                    printed(l_0__link(attribute(l_1_update, 'link'), attribute(l_1_update, 'network'), )),
                    '<w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">',
                ))
                if attribute(l_1_update, 'date'):
                    pass
                    t_1.extend((
                        '  ',
                        printed(attribute(l_1_update, 'date')),
                    ))
                t_1.append(
                    '</w:t></w:r></w:p>',
                )
                for l_2_picture in attribute(l_1_update, 'pictures'):
                    l_2__small_picture = resolve('_small_picture')
                    _loop_vars = {}
                    pass
                    tick()
                    if len(t_1) > 2000:
                        yield ''.join(t_1)
                        t_1.clear()
                    t_1.extend((
                        '<w:p><w:pPr><w:pStyle w:val="TableQuiet"/><w:spacing w:before="60"/></w:pPr>',
                        printed(l_2__small_picture(attribute(l_2_picture, 'number'), attribute(l_2_picture, 'alt'), )),
                        '<w:r><w:t xml:space="preserve">',
                        printed(attribute(l_2_picture, 'film')),
                        '</w:t></w:r></w:p>',
                    ))
                l_2_picture = l_2__small_picture = missing
                t_1.append(
                    '</w:tc><w:tc><w:tcPr><w:tcW w:w="7132" w:type="dxa"/></w:tcPr>',
                )
                if attribute(l_1_update, 'label'):
                    pass
                    t_1.extend((
                        '<w:p><w:pPr><w:pStyle w:val="DraftLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                        printed(attribute(l_1_update, 'label')),
                        '</w:t></w:r></w:p>',
                    ))
                for l_2_part in attribute(l_1_update, 'paragraphs'):
                    l_2__linked = resolve('_linked')
                    _loop_vars = {}
                    pass
                    tick()
                    if len(t_1) > 2000:
                        yield ''.join(t_1)
                        t_1.clear()
                    t_1.extend((
                        '<w:p><w:pPr><w:pStyle w:val="UpdateText"/></w:pPr>',
                        printed(l_2__linked(l_2_part, )),
                        '</w:p>',
                    ))
                l_2_part = l_2__linked = missing
                t_1.append(
                    '</w:tc></w:tr>',
                )
            else:
                pass
                t_1.extend((
                    '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2280" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableStrong"/></w:pPr>',
                    printed(l_0__link(attribute(l_1_update, 'link'), attribute(l_1_update, 'network'), )),
                    '<w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t xml:space="preserve">',
                ))
                if attribute(l_1_update, 'date'):
                    pass
                    t_1.extend((
                        '  ',
                        printed(attribute(l_1_update, 'date')),
                    ))
                t_1.append(
                    '</w:t></w:r></w:p>',
                )
                for l_2_picture in attribute(l_1_update, 'pictures'):
                    l_2__small_picture = resolve('_small_picture')
                    _loop_vars = {}
                    pass
                    tick()
                    if len(t_1) > 2000:
                        yield ''.join(t_1)
                        t_1.clear()
                    t_1.extend((
                        '<w:p><w:pPr><w:pStyle w:val="TableQuiet"/><w:spacing w:before="60"/></w:pPr>',
                        printed(l_2__small_picture(attribute(l_2_picture, 'number'), attribute(l_2_picture, 'alt'), )),
                        '<w:r><w:t xml:space="preserve">',
                        printed(attribute(l_2_picture, 'film')),
                        '</w:t></w:r></w:p>',
                    ))
                l_2_picture = l_2__small_picture = missing
                t_1.append(
                    '</w:tc><w:tc><w:tcPr><w:tcW w:w="7132" w:type="dxa"/></w:tcPr>',
                )
                if attribute(l_1_update, 'label'):
                    pass
                    t_1.extend((
                        '<w:p><w:pPr><w:pStyle w:val="DraftLabel"/></w:pPr><w:r><w:t xml:space="preserve">',
                        printed(attribute(l_1_update, 'label')),
                        '</w:t></w:r></w:p>',
                    ))
                for l_2_part in attribute(l_1_update, 'paragraphs'):
                    l_2__linked = resolve('_linked')
                    _loop_vars = {}
                    pass
                    tick()
                    if len(t_1) > 2000:
                        yield ''.join(t_1)
                        t_1.clear()
                    t_1.extend((
                        '<w:p><w:pPr><w:pStyle w:val="UpdateText"/></w:pPr>',
                        printed(l_2__linked(l_2_part, )),
                        '</w:p>',
                    ))
                l_2_part = l_2__linked = missing
                t_1.append(
                    '</w:tc></w:tr>',
                )
        l_1_update = missing
        t_1.append(
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>',
        )
        if attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'more_updates'):
            pass
            t_1.extend((
                '<w:p><w:pPr><w:pStyle w:val="Meta"/></w:pPr><w:r><w:t xml:space="preserve">',
                printed(attribute((undefined(name='completeness') if l_0_completeness is missing else l_0_completeness), 'more_updates')),
                '</w:t></w:r></w:p>',
            ))
    t_1.append(
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId7"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId8"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1247" w:bottom="1134" w:left="1247" w:header="624" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>',
    )
    yield ''.join(t_1)

blocks = {}
debug_info = '2=60&3=62&4=64&5=66&6=68&7=70&8=72&9=75&10=84&11=86&13=92&14=94&16=100&17=102&18=104&19=106&21=115&20=118&23=121&24=123&25=125&26=128&27=132&28=135&29=144&33=148&35=157&34=160&37=163&38=165&39=168&40=177&41=180&44=192&45=195&46=199&50=208&52=217&51=220&54=223&55=225&56=227&57=230&58=239&59=242&60=246&62=249&63=253&65=259&66=268&67=270&69=274&72=285&73=288&74=297&75=300&76=309&78=313&79=317&83=321&85=330&84=333&87=336&88=338&89=340&90=343&91=347&93=350&94=354&96=360&97=369&98=372&99=376&101=379&102=383&106=393&108=402&107=405&110=408&111=411&112=415&114=420&115=423&116=432&117=434&119=441&120=445&122=448&123=452&124=454&127=457&129=466&128=469&131=472&132=474&133=477&135=492&134=495&137=498&138=500&139=502&140=504&141=506&142=509&143=518&144=520&145=522&147=529&148=538&152=543&154=552&153=555&156=558&157=560&158=563&159=567&160=569&161=571&162=573&163=575&164=578&165=587&166=589&167=592&168=596&170=601&171=603&174=610&175=614&178=617&180=626&179=629&182=632&183=634&184=636&185=638&186=640&187=642&188=645&189=654&190=656&191=659&192=663&194=668&195=670&197=677&198=681&201=684&203=693&202=696&205=699&206=702&207=706&209=709&210=718&213=722&214=724&216=739&215=742&218=745&219=748&220=758&224=763&226=772&225=775&228=778&229=780&230=782&231=785&232=789&234=792&235=796&237=799&238=803&240=809&241=818&242=821&243=825&245=828&246=832&248=835&249=839&253=849&255=858&254=861&257=864&258=866&259=868&260=871&261=875&263=878&264=882&266=888&267=897&268=900&269=904&271=910&272=914&274=917&275=921&279=931&281=940&280=943&283=946&284=949&285=958&287=964&289=967&291=976&290=979&293=982&294=985&295=994&296=997&297=1001&299=1003&301=1010&304=1014&306=1023&305=1026&308=1029&309=1032&310=1041&313=1045&315=1054&314=1057&317=1060&318=1062&319=1065&320=1074&321=1076&324=1083&326=1092&325=1095&328=1098&329=1101&330=1105&331=1107&332=1110&333=1114&336=1117&337=1121&338=1123&339=1126&340=1130&344=1133&346=1142&345=1145&348=1148&349=1151&350=1154&352=1158&353=1160&354=1163&356=1170&357=1173&359=1180&361=1183&363=1192&362=1195&365=1198&366=1200&367=1203&368=1212&370=1218&371=1220&372=1222&373=1224&374=1226&375=1228&376=1230&378=1233&380=1242&379=1245&382=1248&383=1250&384=1253&385=1257&387=1260&388=1264&389=1266&390=1268&391=1271&392=1281&393=1283&396=1291&397=1299&399=1308&400=1310&398=1313&402=1317&403=1319&404=1323&405=1333&406=1335&407=1338&411=1347&413=1362&414=1364&412=1367&416=1371&417=1374&419=1389&418=1392&421=1395&422=1397&423=1399&425=1406&426=1409&427=1413&429=1416&430=1418&431=1428&432=1438&433=1440&435=1446&436=1449&437=1453&439=1458&440=1462&442=1466&443=1468&445=1472&446=1476&447=1478&448=1480&449=1483&450=1490&451=1494&452=1497&453=1501&455=1506&456=1516&457=1518&459=1525&460=1529&462=1532&463=1542&466=1553&467=1556&468=1560&470=1565&471=1575&472=1577&474=1584&475=1588&477=1591&478=1601&483=1612&484=1616&490=1625&492=1634&491=1637&494=1640&495=1642&496=1645&497=1654&498=1656&499=1659&500=1668&501=1670&502=1672&505=1677&506=1681&509=1684&511=1693&510=1696&513=1699&514=1701&515=1703&516=1705&517=1707&518=1710&519=1717&520=1721&521=1724&522=1728&524=1733&525=1743&526=1745&528=1752&529=1756&531=1759&532=1769&535=1780&536=1783&537=1787&539=1792&540=1802&541=1804&543=1811&544=1815&546=1818&547=1828&551=1839&552=1843'
# Made by python -m tests.template of handover/templates/handover.docx.
