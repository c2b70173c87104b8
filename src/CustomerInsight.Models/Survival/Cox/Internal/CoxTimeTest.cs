namespace CustomerInsight.Models;

/// <summary>The score test of coefficients that change with time.</summary>
internal static class CoxTimeTest
{
    public static ProportionalHazardsTest Run(CoxModel model, SurvivalData data, CoxState state, TimeTransform transform)
    {
        CoxRows rows = state.Rows;
        int n = rows.Columns;
        double[] times = Transformed(data, model.Cause, rows.Slots, transform);
        double[] coefficients = [.. model.Coefficients.Select(static coefficient => coefficient.Value)];
        double[] plain = Information(state, coefficients, null);
        double[] first = Information(state, coefficients, times);
        double[] second = Information(state, coefficients, [.. times.Select(static time => time * time)]);
        int[] kept = [.. model.Covariance!.Names.Select(name => model.Columns.AsSpan().IndexOf(name))];

        // What the information on the further coefficients is once those of the model are known: Schur's complement.
        var factor = SymmetricMatrix.Factor(plain, n, kept);
        double[] left = [.. second];
        for (int i = 0; i < n; i++)
        {
            double[] explained = factor.Solve(first.AsSpan(i * n, n));
            for (int j = 0; j < n; j++)
            {
                left[(i * n) + j] -= Bfgs.Dot(explained, first.AsSpan(j * n, n));
            }
        }

        double[] scores = Scores(state, times);
        SymmetricMatrix all = SymmetricMatrix.Factor(left, n, factor.Kept);
        return new ProportionalHazardsTest(
            transform,
            ValueList.From(kept.Select(column => new ChiSquaredTest(model.Columns[column], Ratio(scores[column], left[(column * n) + column]), 1))),
            new ChiSquaredTest("all", Math.Max(0, Bfgs.Dot(scores, all.Solve(scores))), all.Kept.Length));
    }

    private static double Ratio(double score, double information) => information > 0 ? score * score / information : 0;

    private static double[] Information(CoxState state, double[] coefficients, double[]? factors)
    {
        var pass = new CoxPass(state.Rows, state.Scores.Pass.IsEfron, state.Parallel) { Factors = factors };
        pass.Evaluate(coefficients);
        return pass.Information();
    }

    // Σ weight × time × Schoenfeld's residual over events.
    private static double[] Scores(CoxState state, double[] times)
    {
        CoxRows rows = state.Rows;
        double[] scores = new double[rows.Columns];
        double[] residual = new double[rows.Columns];
        for (int slot = 0; slot < rows.Slots.Count; slot++)
        {
            for (int place = rows.Slots.Ends[slot] - rows.Slots.Events[slot]; place < rows.Slots.Ends[slot]; place++)
            {
                state.Scores.WriteSchoenfeld(place, residual);
                for (int column = 0; column < scores.Length; column++)
                {
                    scores[column] += rows.Weights[place] * times[slot] * residual[column];
                }
            }
        }

        return scores;
    }

    // The time of each slot on the scale of the test, about its mean over events: the test is the same about any, and this loses the fewest digits.
    private static double[] Transformed(SurvivalData data, int cause, CoxSlots slots, TimeTransform transform)
    {
        double[] times = transform switch
        {
            TimeTransform.Identity => [.. slots.Times],
            TimeTransform.Log => [.. slots.Times.Select(static time => time > 0 ? Math.Log(time) : 0)],
            TimeTransform.Rank => Ranks(data.Times, slots),
            _ => GoneBefore(data, cause, slots),
        };
        double sum = 0;
        double events = 0;
        for (int slot = 0; slot < times.Length; slot++)
        {
            sum += slots.Events[slot] * times[slot];
            events += slots.Events[slot];
        }

        for (int slot = 0; slot < times.Length; slot++)
        {
            times[slot] = slots.Events[slot] == 0 ? 0 : times[slot] - (sum / events);
        }

        return times;
    }

    // Ranks among the times at which any row ended, with the event or not; the mean rank for tied ones.
    private static double[] Ranks(SurvivalTimes times, CoxSlots slots)
    {
        double[] exits = times.Exits.ToArray();
        Array.Sort(exits);
        double[] ranks = new double[slots.Count];
        for (int slot = 0; slot < ranks.Length; slot++)
        {
            int below = Below(exits, slots.Times[slot]);
            int upTo = Below(exits, Math.BitIncrement(slots.Times[slot]));
            ranks[slot] = (below + upTo + 1) / 2.0;
        }

        return ranks;
    }

    private static int Below(double[] rising, double value)
    {
        (int low, int high) = (0, rising.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = rising[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // The share of all that had had the event before each time, whatever their stratum and weight.
    private static double[] GoneBefore(SurvivalData data, int cause, CoxSlots slots)
    {
        SurvivalTimes times = data.Times.OnlyCause(cause);
        SurvivalCurve curve = KaplanMeier.Estimate(SurvivalTimes.OfCauses(times.ExitArray, times.EndArray, times.EntryArray)).Curve;
        double[] gone = new double[slots.Count];
        for (int slot = 0; slot < gone.Length; slot++)
        {
            int step = curve.Times.AsSpan().BinarySearch(slots.Times[slot]);
            gone[slot] = slots.Events[slot] > 0 && step > 0 ? 1 - curve.Probabilities[step - 1] : 0;
        }

        return gone;
    }
}
