namespace CustomerInsight.Models;

/// <summary>Compares two sets of rows in one trait.</summary>
internal sealed class TraitComparer(TraitColumn column, int[] firstRows, int[] secondRows, SegmentDifferenceOptions options)
{
    private readonly List<FoundDifference> _found = [];

    // Whether numbers or days are not all the same.
    private bool _isSpread;

    public IReadOnlyList<FoundDifference> Found => _found;

    /// <summary>Why the trait's values could not be compared; null where they were.</summary>
    public UntestedTrait? Untested { get; private set; }

    private string Name => column.Definition.Name;

    public void Compare()
    {
        int[] first = Array.FindAll(firstRows, row => !column.IsMissing(row));
        int[] second = Array.FindAll(secondRows, row => !column.IsMissing(row));
        if (firstRows.Length >= options.MinimumCustomers && secondRows.Length >= options.MinimumCustomers)
        {
            DifferenceSide Known(int known, int customers) => new(customers, known, null, TraitValue.Missing, (double)known / customers);
            Add(DifferenceAspect.IsKnown, null, CountTest.OfAnswers(first.Length, firstRows.Length, second.Length, secondRows.Length), Known(first.Length, firstRows.Length), Known(second.Length, secondRows.Length));
        }

        if (column.Definition.IsPersonal && options.Traits is null)
        {
            Untested = new UntestedTrait(Name, $"Its values tell who a customer is. Name it in {nameof(SegmentDifferenceOptions)}.{nameof(SegmentDifferenceOptions.Traits)} to compare them.");
            return;
        }

        if (first.Length < options.MinimumCustomers || second.Length < options.MinimumCustomers)
        {
            Untested = new UntestedTrait(Name, FormattableString.Invariant($"It is known of {first.Length} and {second.Length} customers, and {options.MinimumCustomers} are needed on each side."));
            return;
        }

        bool tested = column switch
        {
            NumberColumn numbers => Numbers(Array.ConvertAll(first, row => numbers.Values[row]), Array.ConvertAll(second, row => numbers.Values[row]), isDay: false),
            DateColumn days => Numbers(Array.ConvertAll(first, row => (double)days.Days[row]), Array.ConvertAll(second, row => (double)days.Days[row]), isDay: true),
            FlagColumn flags => Answers(DifferenceAspect.Value, null, first, second, row => flags.Values[row] == FlagColumn.Yes),
            TextColumn texts => Texts(texts, first, second),
            _ => Sets((TextSetColumn)column, first, second),
        };
        if (!tested)
        {
            Untested = new UntestedTrait(Name, column switch
            {
                NumberColumn or DateColumn when _isSpread => $"Neither side has any spread, or the values are too large, so that {nameof(DifferenceTest.Welch)} cannot tell. Use {nameof(DifferenceTest.MannWhitney)}.",
                TextColumn or TextSetColumn => "It is the same for all customers, or no text is common enough to compare.",
                _ => "It is the same for all customers.",
            });
        }
    }

    private bool Numbers(double[] first, double[] second, bool isDay)
    {
        DifferenceSide Side(double[] sorted, int customers) => new(customers, sorted.Length, isDay ? null : WelchTest.Mean(sorted), Middle(sorted, isDay), null);
        Array.Sort(first);
        Array.Sort(second);
        _isSpread = Math.Min(first[0], second[0]) < Math.Max(first[^1], second[^1]);
        TestOutcome? outcome = options.NumberTest == DifferenceTest.Welch ? WelchTest.Of(first, second) : MannWhitney.Of(first, second);
        return Add(DifferenceAspect.Value, null, outcome, Side(first, firstRows.Length), Side(second, secondRows.Length));
    }

    private static TraitValue Middle(double[] sorted, bool isDay)
    {
        double low = sorted[(sorted.Length - 1) / 2];
        double high = sorted[sorted.Length / 2];
        return isDay ? TraitValue.Of(DateOnly.FromDayNumber((int)low)) : TraitValue.Of(low + ((high - low) / 2));
    }

    private bool Answers(DifferenceAspect aspect, string? text, int[] first, int[] second, Func<int, bool> isYes)
    {
        int firstYes = first.Count(isYes);
        int secondYes = second.Count(isYes);
        return Add(aspect, text, CountTest.OfAnswers(firstYes, first.Length, secondYes, second.Length), Share(firstRows.Length, firstYes, first.Length), Share(secondRows.Length, secondYes, second.Length));
    }

    private bool Texts(TextColumn texts, int[] first, int[] second)
    {
        long[] firstCounts = new long[texts.Distinct.Length];
        long[] secondCounts = new long[texts.Distinct.Length];
        foreach (int row in first)
        {
            firstCounts[texts.Codes[row]]++;
        }

        foreach (int row in second)
        {
            secondCounts[texts.Codes[row]]++;
        }

        // Texts of which too few are expected on a side to be tested on their own count as one with all that are not common.
        int[] common = [.. Common(texts.Distinct, firstCounts, secondCounts).Where(code => IsExpected(firstCounts[code] + secondCounts[code], first, second))];
        if (common.Length == 0)
        {
            return false;
        }

        long[] ofFirst = Columns(common, firstCounts, first.Length);
        long[] ofSecond = Columns(common, secondCounts, second.Length);
        if (ofFirst[^1] + ofSecond[^1] == 0)
        {
            (ofFirst, ofSecond) = (ofFirst[..^1], ofSecond[..^1]);
        }
        else if (common.Length > 1 && !IsExpected(ofFirst[^1] + ofSecond[^1], first, second))
        {
            // A rest of too few customers would count for more than it tells: one customer with a rare text would be a difference.
            (ofFirst, ofSecond) = (LastTwoAsOne(ofFirst), LastTwoAsOne(ofSecond));
        }

        if (ofFirst.Length < 2)
        {
            return false;
        }

        // Of two columns one is the commonest text and the other all else: a yes or no, with an exact test where that is needed.
        int farthest = ofFirst.Length == 2
            ? common[0]
            : common.MaxBy(code => Math.Abs(((double)firstCounts[code] / first.Length) - ((double)secondCounts[code] / second.Length)));
        return Add(
            DifferenceAspect.Value,
            texts.Distinct[farthest],
            ofFirst.Length == 2 ? CountTest.OfAnswers(ofFirst[0], first.Length, ofSecond[0], second.Length) : CountTest.OfTexts(ofFirst, ofSecond),
            Share(firstRows.Length, firstCounts[farthest], first.Length),
            Share(secondRows.Length, secondCounts[farthest], second.Length));
    }

    /// <summary>The counts of the common texts, and of all others as the last.</summary>
    private static long[] Columns(int[] common, long[] counts, int all)
    {
        long[] columns = [.. common.Select(code => counts[code]), all];
        columns[^1] -= columns.Take(common.Length).Sum();
        return columns;
    }

    private static long[] LastTwoAsOne(long[] columns) => [.. columns[..^2], columns[^2] + columns[^1]];

    /// <summary>Whether of so many customers of both sides enough are expected on the smaller side to be tested on their own.</summary>
    private static bool IsExpected(long customers, int[] first, int[] second) =>
        (double)customers * Math.Min(first.Length, second.Length) / ((double)first.Length + second.Length) >= CountTest.LeastExpected;

    private bool Sets(TextSetColumn sets, int[] first, int[] second)
    {
        long[] Counts(int[] rows)
        {
            long[] counts = new long[sets.Distinct.Length];
            foreach (int row in rows)
            {
                foreach (int code in sets.Codes(row))
                {
                    counts[code]++;
                }
            }

            return counts;
        }

        long[] firstCounts = Counts(first);
        long[] secondCounts = Counts(second);
        bool tested = false;
        foreach (int code in Common(sets.Distinct, firstCounts, secondCounts).Where(code => IsExpected(firstCounts[code] + secondCounts[code], first, second)))
        {
            tested |= Add(
                DifferenceAspect.HasText,
                sets.Distinct[code],
                CountTest.OfAnswers(firstCounts[code], first.Length, secondCounts[code], second.Length),
                Share(firstRows.Length, firstCounts[code], first.Length),
                Share(secondRows.Length, secondCounts[code], second.Length));
        }

        return tested;
    }

    /// <summary>The most common texts of both sides together, the commonest first; equally common ones in ordinal order.</summary>
    private List<int> Common(ReadOnlySpan<string> texts, long[] first, long[] second)
    {
        var byRank = Comparer<(long Count, string Text)>.Create(static (left, right) => left.Count != right.Count ? right.Count.CompareTo(left.Count) : string.CompareOrdinal(left.Text, right.Text));
        var kept = new SortedList<(long Count, string Text), int>(byRank);
        for (int code = 0; code < texts.Length; code++)
        {
            long count = first[code] + second[code];
            bool isFull = kept.Count == options.MostTexts;
            if (count == 0 || (isFull && byRank.Compare((count, texts[code]), kept.Keys[^1]) > 0))
            {
                continue;
            }

            if (isFull)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add((count, texts[code]), code);
        }

        return [.. kept.Values];
    }

    private static DifferenceSide Share(int customers, long yes, int known) => new(customers, known, null, TraitValue.Missing, (double)yes / known);

    private bool Add(DifferenceAspect aspect, string? text, TestOutcome? outcome, DifferenceSide first, DifferenceSide second)
    {
        if (outcome is { } found)
        {
            _found.Add(new FoundDifference(Name, aspect, text, found, first, second));
        }

        return outcome is not null;
    }
}
