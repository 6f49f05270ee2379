/** The runner's door in a browser and over HTTP. */
package org.pacegate.door;
