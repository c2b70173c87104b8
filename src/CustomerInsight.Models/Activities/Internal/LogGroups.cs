namespace CustomerInsight.Models;

/// <summary>The rows of a log up to a moment by customer, customers in no order that means anything.</summary>
/// <remarks>
/// Rows are parted by the hash of the customer into parts that fit a core's cache, and each part is grouped by a table of its own.
/// Nothing depends on the hash but the order, which the caller sets right.
/// </remarks>
internal sealed class LogGroups
{
    private const int RowsOfAPart = 1 << 13;
    private const int MostPartBits = 12;

    private readonly string[] _texts;
    private readonly short[] _kinds;

    private LogGroups(int[] rows, int[] starts, string[] texts, short[] kinds)
    {
        Rows = rows;
        Starts = starts;
        _texts = texts;
        _kinds = kinds;
    }

    /// <summary>The places of the rows, one customer after the other.</summary>
    public int[] Rows { get; }

    /// <summary>Where each customer's rows start, and at last where they end.</summary>
    public int[] Starts { get; }

    public static LogGroups Of(ActivityLog log, long asOf, ParallelOptions parallel)
    {
        int partBits = 0;
        while (partBits < MostPartBits && log.Rows.Count >> partBits > RowsOfAPart)
        {
            partBits++;
        }

        var parts = HashedRows.Of(log.Rows, asOf, partBits, parallel);
        var groups = new PartGroups[parts.Parts];
        int[] rows = new int[parts.Count];
        Parallel.For(0, groups.Length, parallel, part => groups[part] = PartGroups.Of(log, parts.Part(part), rows.AsSpan(parts.Start(part))));
        int count = groups.Sum(static part => part.Texts.Count);
        int[] starts = new int[count + 1];
        string[] texts = new string[count];
        short[] kinds = new short[count];
        int at = 0;
        for (int part = 0; part < groups.Length; part++)
        {
            PartGroups group = groups[part];
            group.Texts.CopyTo(texts, at);
            group.Kinds.CopyTo(kinds, at);
            foreach (int start in group.Starts)
            {
                starts[at++] = parts.Start(part) + start;
            }
        }

        starts[count] = rows.Length;
        return new LogGroups(rows, starts, texts, kinds);
    }

    /// <summary>The customers' names in results: the text alone, unless two customers of different kinds share one.</summary>
    public string[] Names(List<(string Type, string Scope)> kinds)
    {
        bool isOneKind = _kinds.AsSpan().IndexOfAnyExcept(_kinds.Length == 0 ? (short)0 : _kinds[0]) < 0;
        if (isOneKind || _texts.Distinct(StringComparer.Ordinal).Count() == _texts.Length)
        {
            return _texts;
        }

        string[] names = new string[_texts.Length];
        for (int i = 0; i < names.Length; i++)
        {
            (string type, string scope) = kinds[_kinds[i]];
            names[i] = _kinds[i] == 0 ? _texts[i] : $"{type}:{scope}:{_texts[i]}";
        }

        return names;
    }
}
