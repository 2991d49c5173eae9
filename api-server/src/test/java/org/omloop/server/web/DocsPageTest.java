package org.omloop.server.web;

/** The contract as a page to read. */
class DocsPageTest extends PageRules {
  DocsPageTest() {
    super("docs/", "kit/i18n/");
  }
}
