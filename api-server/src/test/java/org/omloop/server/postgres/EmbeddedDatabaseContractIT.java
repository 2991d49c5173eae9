package org.omloop.server.postgres;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.postgres.folder.DataFolder;

class EmbeddedDatabaseContractIT extends DatabaseContract {
  @TempDir
  static Path temporary;

  private static DataFolder folder;

  @Override
  void prepare() {
    folder = DataFolder.open(temporary.resolve("data"));
  }

  @Override
  DataFolder folder() {
    return folder;
  }

  @Override
  DatabaseSettings settings() {
    return DatabaseSettings.embedded();
  }

  @AfterAll
  static void closeFolder() {
    folder.close();
  }
}
