package org.omloop.server.web;

/** The municipality's page. */
class CityPageTest extends PageRules {
  CityPageTest() {
    super("city/", "kit/i18n/");
  }
}
