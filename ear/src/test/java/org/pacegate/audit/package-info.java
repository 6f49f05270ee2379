/** What the audit knows after people have worked, and that it cannot be changed unnoticed. */
package org.pacegate.audit;
