namespace CustomerInsight.Models;

/// <summary>Which segments of a set ask for which. Walked without recursion, so that a chain of any length is found out rather than the end of the process.</summary>
internal sealed class SegmentGraph
{
    private readonly (int Segment, string Path)[][] _asked;
    private readonly int[] _lengths;
    private readonly List<int> _order = [];
    private readonly List<(int Segment, int Asked, string Path)> _circles = [];

    /// <summary>Takes the segments of a set, sound or not; what has no name of its own is asked for by none.</summary>
    public SegmentGraph(SegmentSet set, IReadOnlyDictionary<string, int> positions)
    {
        _asked = [.. set.Segments.Select((segment, i) => AskedFor(segment?.When, SegmentJsonNames.WhenOf(i))
            .Where(asked => positions.ContainsKey(asked.Segment)).Select(asked => (positions[asked.Segment], asked.Path)).ToArray())];
        _lengths = new int[_asked.Length];
        bool[] isOnTheWay = new bool[_asked.Length];
        for (int i = 0; i < _asked.Length; i++)
        {
            Walk(i, isOnTheWay);
        }
    }

    /// <summary>The segments so that each comes after those it asks for; where they ask in a circle, as far as that goes.</summary>
    public IReadOnlyList<int> Order => _order;

    /// <summary>The places that close a circle.</summary>
    public IReadOnlyList<(int Segment, int Asked, string Path)> Circles => _circles;

    /// <summary>The segments that one asks for directly, each with the place; the same one once for each place.</summary>
    public ReadOnlySpan<(int Segment, string Path)> Asked(int segment) => _asked[segment];

    /// <summary>How many segments the longest chain has that starts here: 1 for one that asks for none.</summary>
    public int ChainOf(int segment) => _lengths[segment];

    /// <summary>A segment and all it asks for, directly or through others, in <see cref="Order"/>.</summary>
    public int[] Needed(int segment)
    {
        var seen = new HashSet<int> { segment };
        var open = new Stack<int>(seen);
        while (open.TryPop(out int next))
        {
            foreach ((int asked, _) in _asked[next])
            {
                if (seen.Add(asked))
                {
                    open.Push(asked);
                }
            }
        }

        return seen.Count == 1 ? [segment] : [.. _order.Where(seen.Contains)];
    }

    private void Walk(int start, bool[] isOnTheWay)
    {
        if (_lengths[start] > 0)
        {
            return;
        }

        var way = new Stack<(int Segment, int Next)>();
        isOnTheWay[start] = true;
        way.Push((start, 0));
        while (way.TryPop(out (int Segment, int Next) at))
        {
            if (at.Next == _asked[at.Segment].Length)
            {
                _lengths[at.Segment] = 1 + _asked[at.Segment].Select(asked => _lengths[asked.Segment]).DefaultIfEmpty().Max();
                isOnTheWay[at.Segment] = false;
                _order.Add(at.Segment);
                continue;
            }

            way.Push((at.Segment, at.Next + 1));
            (int asked, string path) = _asked[at.Segment][at.Next];
            if (isOnTheWay[asked])
            {
                _circles.Add((at.Segment, asked, path));
            }
            else if (_lengths[asked] == 0)
            {
                isOnTheWay[asked] = true;
                way.Push((asked, 0));
            }
        }
    }

    private static IEnumerable<(string Segment, string Path)> AskedFor(SegmentCondition? condition, string path, int depth = 0)
    {
        // Deeper than this is a problem of its own.
        if (depth > SegmentSet.MostDepth)
        {
            return [];
        }

        return condition switch
        {
            AllCondition all => AskedFor(all.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.All), depth),
            AnyCondition any => AskedFor(any.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.Any), depth),
            NotCondition not => AskedFor(not.Condition, SegmentJsonNames.Below(path, SegmentJsonNames.Not), depth + 1),
            InSegmentCondition asked when asked.Segment is not null => [(asked.Segment, SegmentJsonNames.Below(path, SegmentJsonNames.Segment))],
            _ => [],
        };
    }

    private static IEnumerable<(string Segment, string Path)> AskedFor(ValueList<SegmentCondition> conditions, string path, int depth) =>
        conditions.SelectMany((condition, i) => AskedFor(condition, SegmentJsonNames.Below(path, i), depth + 1));
}
