namespace CustomerInsight.Models;

/// <summary>Sums up repeat purchases by stretches of days that one ends with the calibration, beside what models expect of as many customers of these days of birth.</summary>
internal static class TrackingTable
{
    public static ValueList<TrackingRow> Of(PurchaseTimeline timeline, IReadOnlyList<IPurchaseModel> models, int days, ParallelOptions parallel)
    {
        int all = timeline.RepeatPurchases.Count;

        // From the first day, a shorter stretch first; days after the last whole stretch are left out.
        int firstEnd = ((timeline.CalibrationDays - 1) % days) + 1;
        int rows = all < firstEnd ? 0 : ((all - firstEnd) / days) + 1;
        double[][] expected = [.. models.Select(model => Cumulative(timeline, model, firstEnd, days, rows, parallel))];
        var table = new TrackingRow[rows];
        long sum = 0;
        int day = 0;
        for (int row = 0; row < rows; row++)
        {
            long before = sum;
            int end = firstEnd + (row * days);
            for (; day < end; day++)
            {
                sum += timeline.RepeatPurchases[day];
            }

            table[row] = new TrackingRow(
                timeline.FirstDay.AddDays(end - 1),
                end > timeline.CalibrationDays,
                sum - before,
                sum,
                ValueList.From(expected.Select(model => model[row] - (row == 0 ? 0 : model[row - 1]))),
                ValueList.From(expected.Select(model => model[row])));
        }

        return ValueList.Create<TrackingRow>(table);
    }

    private static double[] Cumulative(PurchaseTimeline timeline, IPurchaseModel model, int firstEnd, int days, int rows, ParallelOptions parallel)
    {
        if (rows == 0)
        {
            return [];
        }

        double[] ofOne = new double[firstEnd + ((rows - 1) * days)];
        FixedChunks.Run(ofOne.Length, 16, parallel, (from, to) =>
        {
            for (int age = from; age < to; age++)
            {
                ofOne[age] = model.ExpectedPurchases(Duration.Days(age));
            }

            return to - from;
        });
        double[] cumulative = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            int lastDay = firstEnd + (row * days) - 1;
            double sum = 0;
            for (int birth = 0; birth <= Math.Min(lastDay, timeline.FirstPurchases.Count - 1); birth++)
            {
                sum += timeline.FirstPurchases[birth] * ofOne[lastDay - birth];
            }

            cumulative[row] = sum;
        }

        return cumulative;
    }
}
