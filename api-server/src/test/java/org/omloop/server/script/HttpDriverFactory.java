package org.omloop.server.script;

import org.omloop.ledger.script.ScriptDriver;

/** Makes a driver that speaks HTTP for each script; the build names it in {@value ScriptDriver#PROPERTY}. */
public final class HttpDriverFactory implements ScriptDriver.Factory {
  @Override
  public ScriptDriver create() {
    return new HttpDriver(ScriptDatabase.running());
  }
}
