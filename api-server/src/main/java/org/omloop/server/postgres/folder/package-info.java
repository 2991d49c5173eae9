/**
 * The data folder: one folder on disk that belongs to one running server. Holds the embedded database, the roles'
 * passwords and whatever else a server keeps beside its database. A lock held by the process keeps a second one out.
 */
@NullMarked
package org.omloop.server.postgres.folder;

import org.jspecify.annotations.NullMarked;
