"""A small page about each company, for other sites to show in a frame: verdict, date and link.

It leads to the guide by whole addresses, so it is made where the site's own is known. Its style
stands in it and it runs no script: nothing else is loaded.
"""

from __future__ import annotations

from guide import addresses
from guide.i18n.language import current
from guide.publish.site import Site
from guide.show import queries, wording
from guide.show.render import render


def apply(site: Site) -> None:
    """Write a page for each company."""
    if not site.settings.site_url:
        return
    data = site.book.data
    for key, company in data.companies.items():
        page = queries.steps_page(data.comparison, key) or addresses.COMPARE
        site.pages[addresses.file(addresses.embed(key))] = site.own(
            render(
                "embed",
                language=current().code,
                guide=site.settings.name,
                company=company.name,
                verdict=wording.VERDICT[queries.verdict(data.comparison, key)],
                answer=data.comparison.answers[key][data.comparison.headline],
                words=wording,
                compiled=data.compiled,
                address=addresses.absolute(site.settings.site_url, page),
                root=site.settings.site_url,
            )
        )
