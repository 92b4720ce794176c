/** The ends of names of persons and groups, as a part of a regular expression: 农户, 毕业生, 合作社. */
export const PERSONS =
  '[人员者户民众生工军兵属母亲女童]|家庭|居民|农户|老人|老年人|妇女|儿童|学生|毕业生|劳动力|组织|企业|合作社|农场|对象|学员|孩子|幼儿|干部|群众';
