"""A ray tracer with spheres, a checkered floor, shadows and reflections: small float objects with operators."""

from math import inf, sqrt, tan


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vec(-self.x, -self.y, -self.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / sqrt(self.dot(self)))

    def reflect(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Sphere:
    def __init__(self, center, radius, color, mirror):
        self.center = center
        self.radius = radius
        self.color = color
        self.mirror = mirror

    def hit(self, ray):
        to_center = self.center - ray.origin
        along = to_center.dot(ray.direction)
        discriminant = self.radius ** 2 - to_center.dot(to_center) + along * along
        if discriminant < 0:
            return inf
        root = sqrt(discriminant)
        for distance in (along - root, along + root):
            if distance > 1e-6:
                return distance
        return inf

    def normal(self, point):
        return (point - self.center).unit()

    def color_at(self, _point):
        return self.color


class Floor:
    mirror = 0.1

    def __init__(self, height, light, dark):
        self.height = height
        self.colors = light, dark

    def hit(self, ray):
        if ray.direction.y > -1e-6:
            return inf
        return (self.height - ray.origin.y) / ray.direction.y

    def normal(self, _point):
        return Vec(0.0, 1.0, 0.0)

    def color_at(self, point):
        return self.colors[int(point.x // 1 + point.z // 1) % 2]


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, ray):
        best, found = inf, None
        for thing in self.things:
            distance = thing.hit(ray)
            if distance < best:
                best, found = distance, thing
        return best, found

    def trace(self, ray, depth=0):
        distance, thing = self.nearest(ray)
        if thing is None:
            sky = 0.5 * (ray.direction.y + 1.0)
            return Vec(1.0, 1.0, 1.0) * (1.0 - sky) + Vec(0.4, 0.6, 1.0) * sky
        point = ray.at(distance)
        normal = thing.normal(point)
        color = thing.color_at(point) * self.brightness(point, normal)
        if thing.mirror and depth < 3:
            mirrored = self.trace(Ray(point + normal * 1e-4, ray.direction.reflect(normal)), depth + 1)
            color = color * (1.0 - thing.mirror) + mirrored * thing.mirror
        return color

    def brightness(self, point, normal):
        towards_light = (self.light - point).unit()
        blocked, _ = self.nearest(Ray(point + normal * 1e-4, towards_light))
        return 0.1 if blocked < inf else 0.1 + 0.9 * max(0.0, normal.dot(towards_light))


def build_scene():
    things = [Floor(-1.0, Vec(0.9, 0.9, 0.9), Vec(0.2, 0.2, 0.2))]
    for i in range(4):
        color = Vec(0.3 + 0.2 * i, 0.9 - 0.2 * i, 0.5)
        things.append(Sphere(Vec(1.4 * i - 2.1, -0.4 + 0.3 * (i % 2), 4.0 + 0.5 * i), 0.6, color, 0.25 * (i % 2)))
    return Scene(things, Vec(-4.0, 6.0, -2.0))


def render(width, height):
    scene = build_scene()
    scale = tan(0.5)
    for row in range(height):
        for column in range(width):
            x = (2.0 * (column + 0.5) / width - 1.0) * scale * width / height
            y = (1.0 - 2.0 * (row + 0.5) / height) * scale
            yield scene.trace(Ray(Vec(0.0, 0.0, 0.0), Vec(x, y, 1.0).unit()))


def main(width=208, height=130):
    checksum = 0
    for color in render(width, height):
        red, green, blue = (min(255, int(255.99 * c)) for c in (color.x, color.y, color.z))
        checksum = (checksum * 31 + red * 65536 + green * 256 + blue) % 1_000_000_007
    assert (width, height) != (208, 130) or checksum == 226715466, checksum
    return checksum


if __name__ == "__main__":
    print("ray_tracer:", main())
