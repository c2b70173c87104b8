namespace CustomerInsight.Models;

/// <summary>Reads the values of enumerations in model files.</summary>
internal static class EnumName
{
    /// <summary>Gives the value of a name, letter for letter. A number, or a list of names, is no name.</summary>
    /// <exception cref="ArgumentException">No value has the name.</exception>
    public static TEnum Parse<TEnum>(string? name)
        where TEnum : struct, Enum
    {
        int place = Array.IndexOf(Enum.GetNames<TEnum>(), name);
        return place >= 0 ? Enum.GetValues<TEnum>()[place] : throw new ArgumentException($"None of {typeof(TEnum).Name} has such a name.", nameof(name));
    }
}
