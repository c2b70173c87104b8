namespace CustomerInsight.Models;

/// <summary>The rows a member learns from, and those it leaves out.</summary>
/// <param name="Learned">The rows it learns from, rising; null for all.</param>
/// <param name="Held">The rows it leaves out, rising.</param>
internal sealed record HeldOut(int[]? Learned, int[] Held)
{
    /// <summary>Up to so many rows of equal content are kept together in any case; of more, up to a part of all rows.</summary>
    private const int AlwaysTogether = 8;

    private const int PartTogether = 64;

    /// <summary>Deals rows out to members, group by group.</summary>
    public static HeldOut[] Deal(ClassificationData data, BoostingOrder order, BoostingOptions options, ParallelOptions parallel)
    {
        double share = options.Members > 1 ? 1.0 / options.Members : options.StopAfter > 0 ? options.ValidationShare : 0;
        if (share == 0)
        {
            return [new HeldOut(null, [])];
        }

        int[]? groups = RowGroups.Of(data, order, Math.Max(AlwaysTogether, data.Rows / PartTogether), parallel);

        // Groups are ordered by the event and a hash, so even steps are a stratified draw.
        bool[]? isHeld = options.Members == 1 ? Share(data, order, groups, share) : null;
        var deal = new HeldOut[options.Members];
        for (int number = 0; number < deal.Length; number++)
        {
            var learned = new List<int>(data.Rows);
            var held = new List<int>();
            for (int place = 0; place < data.Rows; place++)
            {
                int group = groups?[place] ?? place;
                (isHeld?[group] ?? (group % options.Members == number) ? held : learned).Add(place);
            }

            deal[number] = new HeldOut([.. learned], [.. held]);
        }

        return deal;
    }

    /// <summary>Chooses a share of the groups, and at least one of each kind, but not all.</summary>
    private static bool[] Share(ClassificationData data, BoostingOrder order, int[]? groups, double share)
    {
        bool[] happened = new bool[groups is null ? data.Rows : groups.Max() + 1];
        for (int place = 0; place < data.Rows; place++)
        {
            happened[groups?[place] ?? place] |= data.LabelArray[order.Rows[place]];
        }

        bool[] isHeld = new bool[happened.Length];
        for (int group = 0; group < isHeld.Length; group++)
        {
            isHeld[group] = Math.Floor((group + 1) * share) > Math.Floor(group * share);
        }

        int without = happened.AsSpan().IndexOf(true);
        without = without < 0 ? isHeld.Length : without;
        Even(isHeld.AsSpan(0, without));
        Even(isHeld.AsSpan(without));
        return isHeld;
    }

    private static void Even(Span<bool> isHeld)
    {
        if (isHeld.Length > 1 && !(isHeld.Contains(true) && isHeld.Contains(false)))
        {
            isHeld[isHeld.Length / 2] ^= true;
        }
    }
}
