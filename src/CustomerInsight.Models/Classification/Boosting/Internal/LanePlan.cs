namespace CustomerInsight.Models;

/// <summary>Puts columns with few bins together into one byte, so that sums over rows are made for several columns at a time.</summary>
/// <remarks>The sums of a column are got back from those of the pairs, triples… exactly, for sums are whole numbers.</remarks>
internal static class LanePlan
{
    /// <summary>How many lanes are summed at a time: the bytes of a word.</summary>
    public const int LanesPerGroup = 8;

    public const int CodesPerLane = 256;

    public static (LaneColumn[] Columns, int[] Codes) Make(ColumnBins[] bins)
    {
        int[] order = [.. Enumerable.Range(0, bins.Length).OrderByDescending(column => bins[column].Count).ThenBy(static column => column)];
        int[] laneOf = new int[bins.Length];
        int[] strides = new int[bins.Length];
        int[] codes = new int[(Fewest(bins, order) + LanesPerGroup - 1) / LanesPerGroup * LanesPerGroup];
        while (!Spread(bins, order, laneOf, strides, codes))
        {
            codes = new int[codes.Length + LanesPerGroup];
        }

        int[] columnsOf = new int[codes.Length];
        foreach (int lane in laneOf)
        {
            columnsOf[lane]++;
        }

        var columns = new LaneColumn[bins.Length];
        for (int column = 0; column < bins.Length; column++)
        {
            int lane = laneOf[column];
            byte[] binOf = new byte[CodesPerLane];
            for (int code = 0; code < codes[lane]; code++)
            {
                binOf[code] = (byte)(code / strides[column] % bins[column].Count);
            }

            columns[column] = new LaneColumn(bins[column], lane, columnsOf[lane] == 1, binOf, strides[column]);
        }

        return (columns, codes);
    }

    /// <summary>Spreads the columns evenly: lanes come in groups of eight at one price. False where they do not fit.</summary>
    private static bool Spread(ColumnBins[] bins, int[] order, int[] laneOf, int[] strides, int[] codes)
    {
        Array.Fill(codes, 1);
        foreach (int column in order)
        {
            int lane = Array.IndexOf(codes, codes.Min());
            laneOf[column] = lane;
            strides[column] = codes[lane];
            codes[lane] *= bins[column].Count;
            if (codes[lane] > CodesPerLane)
            {
                return false;
            }
        }

        return true;
    }

    private static int Fewest(ColumnBins[] bins, int[] order)
    {
        var codes = new List<int>();
        foreach (int column in order)
        {
            int count = bins[column].Count;
            int lane = codes.FindIndex(filled => filled * count <= CodesPerLane);
            if (lane < 0)
            {
                codes.Add(count);
            }
            else
            {
                codes[lane] *= count;
            }
        }

        return codes.Count;
    }
}
