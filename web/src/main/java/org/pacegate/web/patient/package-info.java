/** Finding patients, and a patient's page. */
package org.pacegate.web.patient;
