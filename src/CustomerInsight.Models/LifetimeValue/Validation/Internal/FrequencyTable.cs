namespace CustomerInsight.Models;

/// <summary>Means of the purchases in the holdout by how often customers bought again in the calibration.</summary>
internal static class FrequencyTable
{
    public static ValueList<FrequencyRow> Of(PurchaseHoldout holdout, double[][] expected, int largest)
    {
        RepeatPattern[] patterns = holdout.PatternArray;
        int[] customers = new int[largest + 1];
        double[] actual = new double[largest + 1];
        double[][] sums = [.. expected.Select(_ => new double[largest + 1])];
        for (int i = 0; i < patterns.Length; i++)
        {
            int row = Math.Min(patterns[i].Repeats, largest);
            customers[row]++;
            actual[row] += holdout.PurchaseArray[i];
            for (int forecast = 0; forecast < sums.Length; forecast++)
            {
                sums[forecast][row] += expected[forecast][i];
            }
        }

        return ValueList.From(Enumerable.Range(0, largest + 1).Select(row => new FrequencyRow(
            row, row == largest, customers[row], actual[row] / customers[row], ValueList.From(sums.Select(forecast => forecast[row] / customers[row])))));
    }
}
