package xingma.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.rating.Clause.Side;

/**
 * The experts who score one institution (专家组), each blind to the others; the chair settles what they differ on.
 *
 * @param seats in the order in which they were drawn
 * @param chair one of them
 */
public record Panel(List<Seat> seats, String chair) {
    public record Seat(String expert, Side side) {
        public Seat {
            if (expert.isBlank()) {
                throw new IllegalArgumentException("a seat is somebody's");
            }
        }
    }

    public Panel {
        seats = List.copyOf(seats);
        if (seats.stream().map(Seat::expert).distinct().count() != seats.size()) {
            throw new IllegalArgumentException("nobody sits twice");
        }
        if (seats.stream().noneMatch(s -> s.expert().equals(chair))) {
            throw new IllegalArgumentException("the chair is one of the panel");
        }
    }

    public Optional<Seat> seat(String expert) {
        return seats.stream().filter(s -> s.expert().equals(expert)).findFirst();
    }

    public List<String> experts() {
        return seats.stream().map(Seat::expert).toList();
    }

    public boolean hasBothSides() {
        return seats.stream().map(Seat::side).distinct().count() == Side.values().length;
    }

    /** The panel without somebody; the chair then goes to the first of those who stay. */
    public Panel without(String expert) {
        var left = new ArrayList<>(seats);
        left.removeIf(s -> s.expert().equals(expert));
        if (left.isEmpty()) {
            throw new IllegalArgumentException("nobody would be left");
        }
        return new Panel(left, chair.equals(expert) ? left.getFirst().expert() : chair);
    }

    public Panel with(Seat seat) {
        var more = new ArrayList<>(seats);
        more.add(seat);
        return new Panel(more, chair);
    }
}
