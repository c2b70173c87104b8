using System.Text;

namespace CustomerInsight.Sources;

/// <summary>Decodes valid UTF-8 into characters that last until the next call.</summary>
internal sealed class Utf8Text
{
    private char[] _characters = new char[256];

    public ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _characters.Length)
        {
            _characters = new char[Math.Max(utf8.Length, _characters.Length * 2)];
        }

        return _characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _characters));
    }
}
