/** The rules of style.md that a build can keep. */
package org.pacegate.architecture;
