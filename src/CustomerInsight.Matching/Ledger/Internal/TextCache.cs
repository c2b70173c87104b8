using System.Text;

namespace CustomerInsight.Matching;

/// <summary>Gives the same object for the same short text, as long as no other takes its place: names of sources, types and scopes come with every record.</summary>
/// <threadsafety>Not safe: one reader each.</threadsafety>
internal sealed class TextCache
{
    private const int Places = 256;
    private const int LongestText = 64;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>Gives a text.</summary>
    /// <param name="utf8">Its bytes, well-formed.</param>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        uint hash = 2166136261;
        foreach (byte unit in utf8)
        {
            hash = (hash ^ unit) * 16777619;
        }

        ref string? place = ref _texts[(hash ^ (hash >> 16)) % Places];
        if (place is not null && Ascii.Equals(utf8, place))
        {
            return place;
        }

        return place = Encoding.UTF8.GetString(utf8);
    }
}
