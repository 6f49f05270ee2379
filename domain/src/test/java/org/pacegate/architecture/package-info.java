/** The rules of docs/architecture.md that a build can keep. */
package org.pacegate.architecture;
