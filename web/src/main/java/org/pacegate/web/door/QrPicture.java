package org.pacegate.web.door;

import io.nayuki.qrcodegen.QrCode;

/**
 * An address as a code for a camera.
 *
 * @param size modules on a side, the quiet border included
 * @param path the dark modules as the path of an SVG, one unit a module
 */
public record QrPicture(int size, String path) {

  private static final int BORDER = 4;

  static QrPicture of(String address) {
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(' ').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * BORDER, path.toString());
  }
}
