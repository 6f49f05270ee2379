package org.pacegate.service.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import org.pacegate.domain.intake.Strokes;
import org.pacegate.domain.intake.Strokes.Point;
import org.w3c.dom.Element;

/** Draws a signature as lines, by the way of the pen. */
final class StrokesDrawer implements FSObjectDrawer {

  static final String TYPE = "application/x-pacegate-strokes";
  static final String STROKES = "data-strokes";
  private static final float PEN = 3f;

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice output,
      RenderingContext context,
      int dotsPerPixel) {
    Strokes strokes = Strokes.read(element.getAttribute(STROKES));
    float wide = (float) width / dotsPerPixel;
    output.drawWithGraphics(
        (float) x,
        (float) y,
        wide,
        (float) height / dotsPerPixel,
        graphics -> draw(graphics, strokes, wide));
    return Map.of();
  }

  private static void draw(Graphics2D graphics, Strokes strokes, float wide) {
    double scale = wide / Strokes.WIDTH;
    graphics.scale(scale, scale);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    strokes.lines().forEach(line -> graphics.draw(path(line)));
  }

  private static Path2D path(List<Point> line) {
    Path2D path = new Path2D.Float();
    path.moveTo(line.get(0).x(), line.get(0).y());
    line.forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }
}
