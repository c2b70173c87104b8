namespace CustomerInsight.Matching;

/// <summary>Given names and what their bearers are called: one group a line, the formal name first.</summary>
/// <remarks>
/// Everyday knowledge of English given names, with the common ones of some other languages, written down for this library. Standardized: lower case,
/// no diacritics. Spellings of one name (Catherine, Katherine) are in its group; a form may stand in several groups. Names of other languages
/// that are only related (John, Juan, Ivan) are apart: a person has one of them.
/// </remarks>
internal static partial class NicknameTable
{
    public const string Groups = AtoF + "\n" + GtoM + "\n" + NtoZ;
}
