using System.Buffers;
using System.Globalization;

namespace CustomerInsight;

/// <summary>Standardizes e-mail addresses: <c>"Ann Lee" &lt;Ann.Lee+shop@Example.COM&gt;</c> becomes <c>ann.lee+shop@example.com</c>.</summary>
/// <remarks>
/// Takes what stands in angle brackets, drops <c>mailto:</c>, white space and punctuation around the address, turns full-width forms into ASCII
/// and all into lower case. Tags after <c>+</c>, points and letters with diacritics stay: they are part of the address. What is not of the form
/// <c>user@domain</c>, with one @ and no white space inside, is rejected; the domain need not have a point.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class EmailStandardizer : IStandardizer
{
    private const string Around = " \"'()[]{},;:.";
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \"<>()[],;:");

    /// <inheritdoc/>
    public string Name => "email";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (TextFolding.IsPlain(value))
        {
            return Address(value, value);
        }

        var lower = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        AppendLower(value, ref lower);
        return Address(lower.Text, value);
    }

    private static StandardizedValue Address(ReadOnlySpan<char> lower, string value)
    {
        ReadOnlySpan<char> address = Peel(lower);
        int at = address.IndexOf('@');
        return at > 0 && at < address.Length - 1 && address.LastIndexOf('@') == at && address.IndexOfAny(Forbidden) < 0
            ? new StandardizedValue(address.SequenceEqual(value) ? value : address.ToString())
            : StandardizedValue.Rejected;
    }

    private static void AppendLower(string value, ref CharBuffer output)
    {
        foreach (char unit in value)
        {
            if (char.IsWhiteSpace(unit))
            {
                output.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(unit) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                output.Append(char.ToLowerInvariant(TextFolding.Narrow(unit)));
            }
        }
    }

    private static ReadOnlySpan<char> Peel(ReadOnlySpan<char> text)
    {
        int open = text.LastIndexOf('<');
        if (open >= 0 && text[open..].IndexOf('>') is > 0 and int length)
        {
            text = text.Slice(open + 1, length - 1);
        }

        // Taking one layer away may bare another.
        int before;
        do
        {
            before = text.Length;
            text = text.Trim(Around);
            if (text.StartsWith("mailto:", StringComparison.Ordinal))
            {
                text = text["mailto:".Length..];
                text = text.IndexOf('?') is >= 0 and int query ? text[..query] : text;
            }
        }
        while (text.Length < before);
        return text;
    }
}
