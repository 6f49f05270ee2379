package org.pacegate.service.referral;

import java.util.Set;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Target;

/**
 * What somebody in the directory is known by.
 *
 * @param serves what they may be asked for
 * @param letterLanguage what a letter to them is written in
 * @param spokenLanguages in which a runner is understood there; may be null
 * @param note for instance when somebody answers; may be null
 */
public record RecipientForm(
    String name,
    Set<Target> serves,
    String phone,
    String email,
    String address,
    Language letterLanguage,
    String spokenLanguages,
    String note) {}
