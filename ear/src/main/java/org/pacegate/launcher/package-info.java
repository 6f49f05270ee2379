/**
 * Starts Pacegate on one machine: database, schema, server, in that order, and stops them in the
 * other order. It is what {@code ./run} executes and what the tests in this module start.
 *
 * <p>R12.11 With nothing configured it keeps a PostgreSQL of its own in the data directory,
 * reachable from this machine only, with a password for every role.
 *
 * <p>R12.12 When PACEGATE_DB_HOST is set it uses that database and starts none.
 *
 * <p>R12.13 It migrates the schema with the owner's credentials; the server never gets them, unless
 * no sealer was named for an external database, which is said on the console.
 *
 * <p>R12.14 An empty database gets the demonstration clinic, or with {@code --empty} a first
 * administrator whose one-time password is printed once.
 *
 * <p>R12.15 The address is printed when the server says that it is ready, not before.
 *
 * <p>R12.16 Whatever stands in the way is said in one sentence, the exit code is not zero, and
 * nothing is left running.
 *
 * <p>R12.17 Ctrl-C and SIGTERM stop the server, then the database. When one of them ends by itself,
 * so does the other.
 *
 * <p>R12.18 After a power cut or {@code kill -9} of any of the processes, the next start just
 * works: what is left of the last one is recognised by its recorded process and stopped.
 *
 * <p>R12.19 With {@code --evaluate} it evaluates a file of answers and ends: nothing is started,
 * read from or written to the data directory.
 *
 * <p>R12.20 With a certificate the server speaks TLS at its address, and takes clear text from this
 * machine only.
 *
 * <p>Out of scope: several servers on one database (run the EAR on each, with the same variables),
 * backups, and TLS certificates.
 */
package org.pacegate.launcher;
