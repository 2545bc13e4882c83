class Square:
    def __init__(self, side):
        self.side = side

    def area(self, k):
        return self.side * self.side + k


class Rect:
    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self, k):
        return self.w * self.h - k


class Unit:
    def area(self, k):
        return k


def main():
    shapes = [Square(3), Rect(2, 5), Unit()]
    total = 0
    for i in range(5_000_000):  # quick: 1_000_000
        total += shapes[i % 3].area(i & 3)
    print(total)


main()
