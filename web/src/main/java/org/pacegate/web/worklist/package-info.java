/** Home: the worklist page. */
package org.pacegate.web.worklist;
