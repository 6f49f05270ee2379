/**
 * Signing in, one's own account, and the administration of people and licences.
 *
 * <p>Offers {@link org.pacegate.service.clinic.SignIn} and {@link
 * org.pacegate.service.clinic.AccountIdentityStore} to whoever lets people in, {@link
 * org.pacegate.service.clinic.PasswordCheck} to services that sign something in the caller's name,
 * {@link org.pacegate.service.clinic.MyAccount} to everybody who is signed in, {@link
 * org.pacegate.service.clinic.Accounts} and {@link org.pacegate.service.clinic.Licences} to
 * administrators, and {@link org.pacegate.service.clinic.ClinicRegistration} to what runs at the
 * start. Fires {@link org.pacegate.service.clinic.LicenceLapsed} within the transaction.
 *
 * <p>Beside the requirements R11.1 to R11.10 of {@code org.pacegate.domain.clinic}:
 *
 * <ul>
 *   <li>R11.21 An unknown login, a disabled account and a wrong password get the same answer after
 *       the same work.
 *   <li>R11.22 A password is stored as PBKDF2-HMAC-SHA512 with a salt of its own; when the
 *       parameters rise, the next sign-in hashes it anew.
 *   <li>R11.23 A try is counted before the password is looked at; the counts outlive a restart and
 *       hold for tries of the same moment.
 *   <li>R11.24 The delay of an account binds only addresses that failed themselves at least three
 *       times lately; the delay of an address binds all names. An IPv6 address counts as its /64
 *       network.
 *   <li>R11.25 Before something is signed, the acting person confirms their password; wrong ones
 *       are counted apart from those of the sign-in.
 *   <li>R11.26 Administrators open, change, disable and reset accounts of their own clinic only,
 *       and cannot take the administration from themselves.
 *   <li>R11.27 A one-time password is shown once, to the administrator who asked for it.
 *   <li>R11.28 A lapse of a licence that is found later acts on what rests on it in the same
 *       transaction.
 *   <li>R11.30 Four eyes: while somebody else administers the clinic, nobody gives themselves a
 *       clinical role or records their own licence. Where there is nobody else, such a licence is
 *       marked for everybody who looks.
 *   <li>R11.31 Administrators set the clinic's name, its clock, by which every day is told, and how
 *       it is reached, which its letters say.
 *   <li>R11.70 Administrators, physicians and therapists read every version of a policy with where
 *       it stands today; a version names its drafter, its signer and the licence it was signed
 *       under.
 *   <li>R11.71 An administrator drafts, a physician signs with their password; a draft changes
 *       nothing. Whoever has both rights does so in two acts. A second click records nothing anew.
 *   <li>R11.72 A licence has its jurisdiction, its scope, documents and who looked it up. A
 *       document is a PDF, PNG or JPEG by its first bytes, of 5 MiB at most, and is only ever
 *       saved. No licence number of an authority stands for two periods that overlap.
 *   <li>R11.73 Administrators are told of licences that end in 60, 30 and 7 days or have ended,
 *       until somebody renews them, and which plans rest on a signature that a lapse took the
 *       ground from.
 *   <li>R11.29 When the database is empty and a first password is given, the server opens one
 *       clinic with one administrator.
 * </ul>
 *
 * <p>Out of scope: sessions and cookies ({@code org.pacegate.web.clinic}).
 */
package org.pacegate.service.clinic;
