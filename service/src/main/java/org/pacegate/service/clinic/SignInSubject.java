package org.pacegate.service.clinic;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.pacegate.domain.clinic.SignInDelay;
import org.pacegate.domain.shared.Sha256;

/**
 * Whose failures are counted together.
 *
 * @param key a hash: neither names nor addresses are kept
 */
record SignInSubject(String key, SignInDelay delay) {

  private static final int IPV6_NETWORK_BYTES = 8;

  /** Everybody who tries to sign in under a name, whether it exists or not. */
  static SignInSubject account(String login) {
    return new SignInSubject(Sha256.of("account:" + login), SignInDelay.OF_ACCOUNT);
  }

  /** Everybody at an address; in IPv6 a whole network, since one person has all its addresses. */
  static SignInSubject address(String address) {
    return new SignInSubject(Sha256.of("address:" + network(address)), SignInDelay.OF_ADDRESS);
  }

  /** The owner of an account who confirms a signature; strangers have no part in these failures. */
  static SignInSubject confirmation(String login) {
    return new SignInSubject(Sha256.of("confirmation:" + login), SignInDelay.OF_ACCOUNT);
  }

  /** Everybody who tries a secret of a runner's door, whether it exists or not. */
  static SignInSubject door(String secretHash) {
    return new SignInSubject(Sha256.of("door:" + secretHash), SignInDelay.OF_ACCOUNT);
  }

  /** Runners at an address; what they fail at keeps nobody of the clinic there from signing in. */
  static SignInSubject doorAddress(String address) {
    return new SignInSubject(Sha256.of("door address:" + network(address)), SignInDelay.OF_ADDRESS);
  }

  /** Everybody who types a name at a kiosk. */
  static SignInSubject kioskName(long kioskId) {
    return new SignInSubject(Sha256.of("kiosk name:" + kioskId), SignInDelay.OF_ACCOUNT);
  }

  /** Everybody who types a PIN at a kiosk; the desk needs none, so the wait may be long. */
  static SignInSubject kioskPin(long kioskId) {
    return new SignInSubject(Sha256.of("kiosk pin:" + kioskId), SignInDelay.OF_ADDRESS);
  }

  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, IPV6_NETWORK_BYTES)
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /** What the audit keeps in place of a login. */
  static String hashOfLogin(String login) {
    return Sha256.of(login);
  }
}
