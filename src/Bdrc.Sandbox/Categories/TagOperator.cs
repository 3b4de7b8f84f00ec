namespace Bdrc.Sandbox.Categories;

/// <summary>How a tag is compared.</summary>
internal enum TagOperator
{
    Equal,
    KeyExist,
    KeyExistNotEqual,
}
