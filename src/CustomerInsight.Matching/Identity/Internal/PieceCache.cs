using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The hashes of the blocking parts of one content after another, each part split once however many rules read it.</summary>
/// <param name="scope">The attributes of the contents.</param>
/// <param name="choice">The rules that were chosen: how rare words are.</param>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class PieceCache(DirectScope scope, BlockingChoice choice)
{
    private readonly Dictionary<BlockingPart, int> _places = [];
    private readonly List<(BlockingPart Part, int Attribute, WordCounts? Counts, List<ulong> Hashes)> _parts = [];
    private readonly List<bool> _isKnown = [];
    private readonly UnpackedContent _values = new(scope.Schema.Attributes.Count);

    /// <summary>Gives a part a place; equal parts have one.</summary>
    /// <exception cref="ArgumentException">The contents lack its attribute.</exception>
    public int PlaceOf(BlockingPart part)
    {
        if (!_places.TryGetValue(part, out int place))
        {
            place = _parts.Count;
            _parts.Add((part, scope.Ordinal(part.Attribute), choice.CountsOf(part), []));
            _isKnown.Add(false);
            _places.Add(part, place);
        }

        return place;
    }

    /// <summary>Turns to another content.</summary>
    public void Load(RecordContent content)
    {
        _values.Load(content);
        CollectionsMarshal.AsSpan(_isKnown).Clear();
    }

    /// <summary>The hashes of a part of the content, in any order; one that several values have may come several times.</summary>
    public List<ulong> Hashes(int place)
    {
        (BlockingPart part, int attribute, WordCounts? counts, List<ulong> hashes) = _parts[place];
        if (!_isKnown[place])
        {
            _isKnown[place] = true;
            hashes.Clear();
            for (int i = 0; i < _values.Count(attribute); i++)
            {
                PartPieces.Add(_values.Part(attribute, i, part.Part).Span, part, counts, hashes);
            }
        }

        return hashes;
    }
}
