package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A request as numbers. Units are sorted and then shuffled by the seed, so that neither the order of the request nor of
 * the alphabet favours anybody.
 *
 * <p>A price is the soft cost times one more than there are units, plus one for a pair that turns one of the last two
 * cycles round: turning round therefore only ever decides between equally cheap pairings. The scaled price adds the seed's
 * noise, which over all units together stays below a sixteenth of one price step.
 */
final class PairingProblem {

    private static final int NOISE = 1 << 10;

    final List<String> units;
    final boolean[][] permitted;
    final long[][] price;
    /** The price of one soft point. */
    final long point;
    /** The price of a loop of three. */
    final long loop;
    /** How much of the scale one price step is. */
    final long step;

    private final Random random;

    private PairingProblem(List<String> units, boolean[][] permitted, long[][] price, int loopOfThree, Random random) {
        this.units = units;
        this.permitted = permitted;
        this.price = price;
        this.point = units.size() + 1L;
        this.loop = within(loopOfThree, "a loop of three") * point;
        this.step = 16L * NOISE * units.size();
        this.random = random;
    }

    static PairingProblem of(PairingRequest request) {
        List<String> units = new ArrayList<>(request.units());
        Collections.sort(units);
        Random random = new Random(request.seed());
        Collections.shuffle(units, random);
        int n = units.size();
        boolean[][] permitted = new boolean[n][n];
        long[][] price = new long[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                String from = units.get(row);
                String to = units.get(column);
                permitted[row][column] =
                        PairingRules.whyForbidden(from, to, request).isEmpty();
                if (permitted[row][column]) {
                    int cost = within(request.cost().of(from, to), from + " inspecting " + to);
                    boolean turned = request.previous().contains(new Pair(to, from));
                    price[row][column] = cost * (n + 1L) + (turned ? 1 : 0);
                }
            }
        }
        return new PairingProblem(units, permitted, price, request.cost().loopOfThree(), random);
    }

    private static int within(int cost, String of) {
        if (cost < 0 || cost > PairingCost.HIGHEST) {
            throw new IllegalArgumentException("cost " + cost + " of " + of);
        }
        return cost;
    }

    /** Whether anything at all is permitted, with no regard to the costs. */
    static PairingProblem unpriced(boolean[][] permitted) {
        int n = permitted.length;
        return new PairingProblem(Collections.nCopies(n, ""), permitted, new long[n][n], 1, new Random(n));
    }

    int size() {
        return units.size();
    }

    long[][] scaledPrices() {
        int n = size();
        long[][] scaled = new long[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                int noise = random.nextInt(NOISE);
                scaled[row][column] = permitted[row][column] ? price[row][column] * step + noise : Assignment.FORBIDDEN;
            }
        }
        return scaled;
    }

    /** The fewest price steps that a scaled sum may stand for. */
    long stepsOf(long scaled) {
        return Math.floorDiv(scaled - step / 16 + step - 1, step);
    }

    /** More price steps than any pairing costs. */
    long beyond() {
        return 2L * size() * (PairingCost.HIGHEST + 1L) * point;
    }

    long priceOf(int[] columns) {
        long sum = 0;
        int inLoops = 0;
        for (int row = 0; row < columns.length; row++) {
            sum += price[row][columns[row]];
            int second = columns[columns[row]];
            inLoops += second != row && columns[second] == row ? 1 : 0;
        }
        return sum + inLoops / 3 * loop;
    }

    static boolean mutual(int[] columns) {
        for (int row = 0; row < columns.length; row++) {
            if (columns[columns[row]] == row) {
                return true;
            }
        }
        return false;
    }
}
